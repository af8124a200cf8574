import { signalKinds } from "@mainstay/domain/signal/signal-kind";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, instant, minor, named, page, pageQuery, share, text } from "./endpoint/wire.ts";

const days = (most: number) => z.int().min(0).max(most);

/** Which signals are raised and from when on; meaning of each threshold in domain/signal-rule/signal-rules.ts. */
export const SignalRulesShape = z.object({
  off: z.array(z.enum(signalKinds)).max(signalKinds.length),
  order: z.object({ leastProbability: share, leastMoneyMinor: minor.min(0) }),
  relationship: z.object({
    fewestThreads: z.int().min(1).max(10),
    comfortableThreads: z.int().min(1).max(20),
    supportingShare: share,
    knownForOpponent: z.int().min(1).max(50),
    gatekeeperDays: days(730).min(7),
    stanceDays: days(730).min(7),
    placeholderDays: days(730).min(1),
  }),
  cadence: z.object({ graceDays: days(90) }),
  contract: z.object({
    watchDays: days(730),
    actDays: days(730),
    urgentDays: days(730),
    criticalDays: days(730),
  }),
  keyContact: z.object({
    leastInfluence: z.int().min(1).max(5),
    leastContacts: z.int().min(1).max(200),
    forDays: days(730).min(1),
  }),
  stance: z.object({ leastPoints: z.number().min(0.5).max(4), forDays: days(730).min(1) }),
  requirementChange: z.object({ unconfirmedDays: days(180) }),
  satisfaction: z.object({ leastDrop: z.int().min(1).max(100), forDays: days(730).min(1) }),
  complaint: z.object({ repeats: z.int().min(2).max(50), withinDays: days(730).min(1) }),
  promise: z.object({ graceDays: days(90), forDays: days(730).min(1) }),
  severity: z.object({ upFromAtRiskMinor: minor.min(0), downBelowRevenueMinor: minor.min(0) }),
  rescue: z.object({ approvalFromMinor: minor.min(0) }),
});

export const SignalRulesView = z.object({
  version: z.int(),
  rules: SignalRulesShape,
  note: z.string(),
  publishedBy: named.nullable(),
  publishedAt: instant.nullable(),
});

/**
 * On what a kind's count rests: `replayed` by the round's own detectors on dated rows, `weeks` by the kept weeks of the
 * relationship, `recorded` by the signals that were really raised, `today` where only the present is known.
 */
export const previewBases = ["replayed", "weeks", "recorded", "today"] as const;

/** What a set of rules would have raised in the past year. */
export const SignalRulePreview = z.object({
  fromOn: day,
  toOn: day,
  /** Days between two looks. */
  stepDays: z.int(),
  kinds: z.array(
    z.object({
      kind: z.enum(signalKinds),
      basis: z.enum(previewBases),
      /** Where the history begins, when that is later than `fromOn`. */
      historyFrom: day.nullable(),
      raised: z.int(),
      accounts: z.int(),
      /** Of those raised, which people resolved as saved or lost, and which as a false alarm. */
      knownReal: z.int(),
      knownFalse: z.int(),
      standingToday: z.int(),
    }),
  ),
});
export type SignalRulePreview = z.infer<typeof SignalRulePreview>;

export const signalRules = {
  get: endpoint({
    id: "signalRules.get",
    method: "GET",
    path: "/signal-rules",
    allow: "signal_rule.view",
    summary: "Kinds and thresholds of signals in force",
    response: SignalRulesView,
  }),
  history: endpoint({
    id: "signalRules.history",
    method: "GET",
    path: "/signal-rules/versions",
    allow: "signal_rule.view",
    summary: "Every version that was in force, newest first",
    query: z.object(pageQuery),
    response: page(SignalRulesView),
  }),
  preview: endpoint({
    id: "signalRules.preview",
    method: "POST",
    path: "/signal-rules/preview",
    allow: "signal_rule.preview",
    summary: "What these rules would have raised in the past year, kind by kind; nothing is saved",
    body: z.object({ rules: SignalRulesShape }),
    response: SignalRulePreview,
  }),
  publish: endpoint({
    id: "signalRules.publish",
    method: "POST",
    path: "/signal-rules/publish",
    allow: "signal_rule.publish",
    summary: "Put new rules in force; every round works by them from now on",
    body: z.object({ rules: SignalRulesShape, baseVersion: z.int(), note: text(1000) }),
    response: SignalRulesView,
    status: 201,
    idempotent: true,
  }),
};
