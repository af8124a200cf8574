import { type RedFlagLimits, usualRedFlagLimits } from "../relationship/red-flag-limits.ts";
import type { SignalKind } from "../signal/signal-kind.ts";

/**
 * 预警规则 Which kinds of signal are raised and from which thresholds on; versioned, published by a person. Days are calendar
 * days, money is minor units of the workspace's currency.
 */
export interface SignalRules {
  /** Kinds that are switched off: none is raised, open ones are cleared at the next round. */
  readonly off: readonly SignalKind[];
  /** Order signals below either threshold are not raised; both work on what the evaluation finds. */
  readonly order: { readonly leastProbability: number; readonly leastMoneyMinor: number };
  readonly relationship: RedFlagLimits;
  /** A duty is missed when it is overdue by more than so many days. */
  readonly cadence: { readonly graceDays: number };
  /** From so many days before a contract's end on it is worth a look, a step, an alarm. */
  readonly contract: {
    readonly watchDays: number;
    readonly actDays: number;
    readonly urgentDays: number;
    readonly criticalDays: number;
  };
  /** Who was important: a buying role, an influence or so many two-way contacts in their last year; warned of for so long. */
  readonly keyContact: {
    readonly leastInfluence: number;
    readonly leastContacts: number;
    readonly forDays: number;
  };
  /** A fall of so many points (−2 … +2) of stance, warned of for so long after the judgement. */
  readonly stance: { readonly leastPoints: number; readonly forDays: number };
  /** A change of requirements may wait so many days for both sides' word. */
  readonly requirementChange: { readonly unconfirmedDays: number };
  /** A fall of so many points on 0 … 100 between two askings on one scale, warned of for so long after the newest answer. */
  readonly satisfaction: { readonly leastDrop: number; readonly forDays: number };
  /** So many complaints and faults within so many days are one too many. */
  readonly complaint: { readonly repeats: number; readonly withinDays: number };
  /** A promise is late when it is past its day by more than the grace; a broken one is warned of for so long. */
  readonly promise: { readonly graceDays: number; readonly forDays: number };
  /** How money moves the severity of the cycle's signals. */
  readonly severity: {
    /** One step up where so much value is at risk or more. */
    readonly upFromAtRiskMinor: number;
    /** One step down where the year's revenue is below this. */
    readonly downBelowRevenueMinor: number;
  };
  /** From this cost on an offer to keep a customer needs a second person's word. */
  readonly rescue: { readonly approvalFromMinor: number };
}

export const defaultSignalRules: SignalRules = {
  off: [],
  order: { leastProbability: 0, leastMoneyMinor: 0 },
  relationship: usualRedFlagLimits,
  cadence: { graceDays: 3 },
  contract: { watchDays: 180, actDays: 90, urgentDays: 60, criticalDays: 30 },
  keyContact: { leastInfluence: 4, leastContacts: 6, forDays: 180 },
  stance: { leastPoints: 1, forDays: 90 },
  requirementChange: { unconfirmedDays: 5 },
  satisfaction: { leastDrop: 15, forDays: 120 },
  complaint: { repeats: 3, withinDays: 90 },
  promise: { graceDays: 0, forDays: 60 },
  severity: { upFromAtRiskMinor: 20_000_000, downBelowRevenueMinor: 5_000_000 },
  rescue: { approvalFromMinor: 1_000_000 },
};
