import { segments } from "@mainstay/domain/account/segment";
import {
  caseCauses,
  caseChannels,
  caseKinds,
  caseLevels,
  caseStatuses,
} from "@mainstay/domain/case/case-kind";
import { caseLacks, caseOutcomes } from "@mainstay/domain/case/case-outcome";
import { z } from "zod";
import { day, id, several, text } from "./endpoint/wire.ts";

/** A count that stops at a limit: `isMore` says that there are more than `n`. */
export const BoundedCount = z.object({ n: z.int().nonnegative(), isMore: z.boolean() });
export type BoundedCount = z.infer<typeof BoundedCount>;

/** In which order: the next due first (then those without a running clock, oldest first), or the newest first. */
export const caseOrders = ["urgency", "newest"] as const;
/** `mine`: I handle it or answer for it as first responder. */
export const caseWhose = ["mine", "handling", "answering_for", "all"] as const;

export const caseFilter = {
  whose: z.enum(caseWhose).default("all"),
  handlerUserId: id.optional(),
  firstResponderUserId: id.optional(),
  accountId: id.optional(),
  personId: id.optional(),
  departmentId: id.optional(),
  productId: id.optional(),
  kind: several(z.enum(caseKinds)),
  level: several(z.enum(caseLevels)),
  channel: several(z.enum(caseChannels)),
  cause: several(z.enum(caseCauses)),
  /** The account's segment on the day the case was opened. */
  segment: several(z.enum(segments)),
  /** Of which this is not noted. */
  without: several(z.enum(caseLacks)),
  /** What became of it, as the figures of the analyses count it. */
  outcome: z.enum(caseOutcomes).optional(),
  /** Days of the workspace, both included. */
  openedFrom: day.optional(),
  openedTo: day.optional(),
  /** Left out: every status. */
  status: several(z.enum(caseStatuses)),
  /** A clock has run out and still runs. */
  overdue: z.literal("true").optional(),
  /** Escalated and not yet solved. */
  escalated: z.literal("true").optional(),
  /** A colleague asks me to take it over. */
  offeredToMe: z.literal("true").optional(),
  /** Nobody works on it. */
  unassigned: z.literal("true").optional(),
  greenChannel: z.literal("true").optional(),
  /** A number, words of the title, or words of the account's name. */
  search: text(100).optional(),
};
