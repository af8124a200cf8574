import { grades } from "@mainstay/domain/account/grade";
import { segments } from "@mainstay/domain/account/segment";
import { calendarEntryKinds } from "@mainstay/domain/calendar-entry/calendar-entry-kind";
import { consentScopes } from "@mainstay/domain/fact/consent-scope";
import { interactionKinds } from "@mainstay/domain/interaction/interaction-kind";
import { lifecycleStages } from "@mainstay/domain/lifecycle/lifecycle-stage";
import { obligationKinds } from "@mainstay/domain/obligation/obligation-kind";
import { changeStatuses } from "@mainstay/domain/requirement-change/change-status";
import {
  relationshipSignalKinds,
  signalKinds,
  signalSeverities,
} from "@mainstay/domain/signal/signal-kind";
import { z } from "zod";
import { BriefPerson, BriefView } from "./brief.ts";
import { DayView } from "./day.ts";
import { currency, day, id, minor, named, reason, share } from "./endpoint/wire.ts";

/** Somebody of the decision chain, as far as the reader may see their profile. */
export const PackPerson = BriefPerson.pick({
  personId: true,
  name: true,
  title: true,
  department: true,
  isPlaceholder: true,
  role: true,
  stance: true,
  play: true,
  style: true,
  pair: true,
  lastContactOn: true,
}).extend({ influence: z.int().nullable() });
export type PackPerson = z.infer<typeof PackPerson>;

/**
 * All that a successor has to know of an account, generated when it is read and cut to what the reader may see. Sensitive facts
 * (class S) never stand in it.
 */
export const HandoverPack = z.object({
  /** Of everything below but `today`; what was accepted is known by it. */
  sha256: z.string(),
  today: day,
  baseCurrency: currency,
  account: named.extend({
    segment: z.enum(segments).nullable(),
    grade: z.enum(grades).nullable(),
    stage: z.enum(lifecycleStages).nullable(),
    manager: named.nullable(),
    backup: named.nullable(),
    sponsor: named.nullable(),
  }),
  judgement: BriefView.shape.judgement,
  figures: BriefView.shape.figures,
  contract: z.object({
    startOn: day.nullable(),
    endOn: day.nullable(),
    creditLimitMinor: minor.nullable(),
    paymentTermsDays: z.int().nullable(),
    currency: currency.nullable(),
  }),
  relationship: z
    .object({
      supportIndex: z.number().nullable(),
      coverage: share.nullable(),
      knownShare: share.nullable(),
      threadCount: z.int(),
      busFactor: z.int(),
      redFlags: z.array(z.enum(relationshipSignalKinds)),
    })
    .nullable(),
  profileHidden: z.boolean(),
  people: z.array(PackPerson),
  signals: z.array(
    z.object({ id, kind: z.enum(signalKinds), severity: z.enum(signalSeverities), reason }),
  ),
  tasks: z.array(
    z.object({ id, title: z.string(), dueOn: day.nullable(), owner: z.string().nullable() }),
  ),
  /** What the customer has brought and not confirmed as done, and what our departments promised. */
  cases: BriefView.shape.cases,
  promises: BriefView.shape.promises,
  obligations: z.array(
    z.object({ id, kind: z.enum(obligationKinds), dueOn: day, owner: z.string().nullable() }),
  ),
  rescues: z.array(
    z.object({ id, goal: z.string(), stakeMinor: minor, owner: z.string().nullable() }),
  ),
  requirementChanges: z.array(
    z.object({
      id,
      title: z.string(),
      status: z.enum(changeStatuses),
      feeMinor: minor,
      currency,
      scheduleDays: z.int(),
      workStartedOn: day.nullable(),
    }),
  ),
  /** Null for who may not read consents. */
  consents: z
    .array(z.object({ id, person: named, scope: z.array(z.enum(consentScopes)), expiresOn: day }))
    .nullable(),
  interactions: z.array(
    z.object({
      id,
      kind: z.enum(interactionKinds),
      occurredOn: day,
      summary: z.string(),
      loggedByName: z.string().nullable(),
      people: z.array(z.string()),
    }),
  ),
  days: z.array(DayView),
  calendarEntries: z.array(
    z.object({
      id,
      kind: z.enum(calendarEntryKinds),
      title: z.string(),
      onDate: day,
      isRecurring: z.boolean(),
      owner: z.string().nullable(),
    }),
  ),
});
export type HandoverPack = z.infer<typeof HandoverPack>;
