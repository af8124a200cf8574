import { profileTopics } from "@mainstay/domain/account/profile-topic";
import { riskLevels } from "@mainstay/domain/account/risk-level";
import { segments } from "@mainstay/domain/account/segment";
import { grades } from "@mainstay/domain/account/grade";
import { behaviourStyles } from "@mainstay/domain/behaviour-style/behaviour-style";
import { roleMaterials } from "@mainstay/domain/brief/role-material";
import { buyingRoles } from "@mainstay/domain/buying-role/buying-role";
import { interactionKinds } from "@mainstay/domain/interaction/interaction-kind";
import { signalKinds, signalPlays, signalSeverities } from "@mainstay/domain/signal/signal-kind";
import { stancePlays } from "@mainstay/domain/stance/stance-play";
import { stances } from "@mainstay/domain/stance/stance";
import { caseKinds, caseLevels, caseStatuses } from "@mainstay/domain/case/case-kind";
import { z } from "zod";
import { DayView } from "./day.ts";
import { endpoint } from "./endpoint/endpoint.ts";
import {
  currency,
  day,
  id,
  instant,
  minor,
  named,
  nothing,
  reason,
  several,
  share,
  text,
} from "./endpoint/wire.ts";
import { level } from "./pair-level.ts";

/** One person of the meeting: what to expect and what to bring. Profile values are null for who may not see them. */
export const BriefPerson = z.object({
  personId: id,
  name: z.string(),
  title: z.string().nullable(),
  department: z.string().nullable(),
  isPlaceholder: z.boolean(),
  role: z.enum(buyingRoles).nullable(),
  stance: z.object({ value: z.enum(stances), assessedOn: day, isStale: z.boolean() }).nullable(),
  play: z.enum(stancePlays).nullable(),
  style: z.enum(behaviourStyles).nullable(),
  /** The highest level any of us holds with them. */
  pair: z.object({ userName: z.string(), current: level, desired: level.nullable() }).nullable(),
  lastContactOn: day.nullable(),
  material: z.enum(roleMaterials),
});
export type BriefPerson = z.infer<typeof BriefPerson>;

/** A question to take along: code and parameters, for words in the reader's language. */
const BriefQuestionView = z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) });

/** One page before a visit. */
export const BriefView = z.object({
  today: day,
  visitOn: day,
  purpose: z.string().nullable(),
  preparedFor: z.string(),
  baseCurrency: currency,
  account: named.extend({
    segment: z.enum(segments).nullable(),
    grade: z.enum(grades).nullable(),
    manager: named.nullable(),
  }),
  judgement: z.object({ level: z.enum(riskLevels), reasons: z.array(reason) }),
  figures: z.object({
    revenue12mMinor: minor,
    lastOrderOn: day.nullable(),
    nextExpectedOn: day.nullable(),
    valueAtRiskMinor: minor,
  }),
  relationship: z
    .object({
      supportIndex: z.number().nullable(),
      coverage: share.nullable(),
      knownShare: share.nullable(),
    })
    .nullable(),
  profileHidden: z.boolean(),
  /** Who will be met, or the weightiest of the chain when nobody is named. */
  people: z.array(BriefPerson),
  /** What our departments promised and what we said we would do, and have not done. */
  promises: z.array(
    z.object({ id, title: z.string(), dueOn: day.nullable(), owner: z.string().nullable() }),
  ),
  /** What the customer has brought and not confirmed as done, the most urgent first. */
  cases: z.array(
    z.object({
      id,
      number: z.int(),
      title: z.string(),
      kind: z.enum(caseKinds),
      level: z.enum(caseLevels),
      status: z.enum(caseStatuses),
      dueAt: instant.nullable(),
      handler: z.string().nullable(),
    }),
  ),
  signals: z.array(
    z.object({
      id,
      kind: z.enum(signalKinds),
      severity: z.enum(signalSeverities),
      reason,
      play: z.enum(signalPlays).nullable(),
    }),
  ),
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
  profile: z.array(z.object({ topic: z.enum(profileTopics), answer: z.string(), answeredOn: day })),
  questions: z.array(BriefQuestionView),
  days: z.array(DayView),
});
export type BriefView = z.infer<typeof BriefView>;

const params = z.object({ accountId: id });
const query = z.object({
  personIds: several(id).refine((ids) => ids === undefined || ids.length <= 20, "too_big"),
  purpose: text(300).optional(),
  visitOn: day.optional(),
});

export const briefs = {
  get: endpoint({
    id: "briefs.get",
    method: "GET",
    path: "/accounts/:accountId/brief",
    allow: "brief.view",
    summary: "The meeting brief: people, what is open, what to ask and to bring, on one page",
    params,
    query,
    response: BriefView,
  }),
  print: endpoint({
    id: "briefs.print",
    method: "GET",
    path: "/accounts/:accountId/brief.pdf",
    allow: "brief.view",
    summary: "The meeting brief as a one-page PDF in the caller's language; the print is recorded",
    params,
    query,
    response: nothing,
    download: "application/pdf",
  }),
};
