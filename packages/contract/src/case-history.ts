import { caseChannels, caseEventKinds } from "@mainstay/domain/case/case-kind";
import { z } from "zod";
import { id, instant, named } from "./endpoint/wire.ts";

/** One entry of the timeline; its words come from `kind` and `detail`, what somebody wrote stands in `words`. */
export const CaseEvent = z.object({
  id,
  kind: z.enum(caseEventKinds),
  at: instant,
  by: named.nullable(),
  byPerson: named.nullable(),
  /** The customer reads it on their page. */
  isPublic: z.boolean(),
  words: z.string(),
  detail: z.record(z.string(), z.unknown()),
});
export type CaseEvent = z.infer<typeof CaseEvent>;

export const CaseTransfer = z.object({
  id,
  from: named.nullable(),
  to: named,
  offeredBy: named.nullable(),
  offeredAt: instant,
  reason: z.string(),
});
export type CaseTransfer = z.infer<typeof CaseTransfer>;

/** A time in which the customer agreed that nothing is to happen. */
export const CasePause = z.object({
  id,
  pausedAt: instant,
  /** As agreed; the clocks go on then by themselves. */
  until: instant,
  endedAt: instant.nullable(),
  reason: z.string(),
  agreedBy: named.nullable(),
  /** Somebody of theirs we keep no record of. */
  agreedByName: z.string(),
  agreedVia: z.enum(caseChannels),
  agreedAt: instant,
  pausedBy: named.nullable(),
});
export type CasePause = z.infer<typeof CasePause>;
