import { z } from "zod";

export const HandoverPack = z.object({ sha256: z.string() });
