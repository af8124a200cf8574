import { inspectionPopulations } from "@mainstay/domain/inspection/inspection-kind";
import { z } from "zod";
import { id, instant } from "./endpoint/wire.ts";

/** A drawn inspection of which customers still wait to be called. */
export const InspectionToCall = z.object({
  id,
  number: z.int().positive(),
  population: z.enum(inspectionPopulations),
  drawnAt: instant,
  waiting: z.int().nonnegative(),
});
export type InspectionToCall = z.infer<typeof InspectionToCall>;
