import type { TeamWarnings } from "../account-team/team-warnings.ts";
import type { Grade } from "../account/grade.ts";
import type { Segment } from "../account/segment.ts";
import type { ApprovalReasons } from "../approval/approval-reason.ts";
import type { IsoDay } from "../calendar/day-number.ts";
import type { ScoreReasons } from "../programme/scorecard.ts";
import type { RelationshipReasons } from "../relationship/relationship-reason.ts";
import type { CycleReasons } from "../signal/cycle-reason.ts";

/** Integer minor units with their currency, as phrases print it. */
export interface MoneyAmount {
  minor: number;
  currency: string;
}

/** An earlier order shown as evidence. */
export interface DatedAmount {
  on: IsoDay;
  amount: MoneyAmount;
}

/** What every reason of the evaluation says, as data; the words are in phrases, one sentence a code and language. */
export interface EvaluationReasons
  extends RelationshipReasons,
    CycleReasons,
    ApprovalReasons,
    TeamWarnings,
    ScoreReasons {
  /** The usual yearly window passed by without its order. */
  "signal.season_closed": {
    calendar: "solar" | "lunar";
    from: { month: number; day: number };
    to: { month: number; day: number };
    /** First order inside the window in earlier years, newest last. */
    earlier: DatedAmount[];
    daysPast: number;
  };
  /** A steady buyer is overdue. */
  "signal.rhythm_broken": {
    gapDays: number;
    spreadDays: number;
    sinceYear: number;
    lastOn: IsoDay;
    expectedOn: IsoDay;
    overdueDays: number;
    probability: number;
  };
  /** An irregular buyer has been silent for longer than its own habits explain. */
  "signal.silence_too_long": {
    lastOn: IsoDay;
    silenceDays: number;
    longestGapDays: number;
    longerThanEver: boolean;
    probability: number;
  };
  /** The rhythm holds, but the orders got smaller. */
  "signal.order_amount_shrinking": {
    recent: MoneyAmount;
    usual: MoneyAmount;
    drop: number;
    months: number;
  };
  /** A steady buyer still orders, but far less often than its own past and season let expect. */
  "signal.orders_fewer": {
    orders: number;
    expectedOrders: number;
    days: number;
    recent: MoneyAmount;
    usual: MoneyAmount;
  };
  /** A product family the account always took has vanished from its orders. */
  "signal.product_category_lost": {
    product: string;
    lastOn: IsoDay;
    ordersSince: number;
    usualShare: number;
    yearly: MoneyAmount;
  };
  /** Invoices are paid later than this account used to. */
  "signal.payment_delay": {
    recentDaysLate: number;
    usualDaysLate: number;
    overdue: MoneyAmount;
    overdueInvoices: number;
  };
  "rhythm.regular": { gapDays: number; spreadDays: number; sinceYear: number; expectedOn: IsoDay };
  "rhythm.seasonal": {
    calendar: "solar" | "lunar";
    from: { month: number; day: number };
    to: { month: number; day: number };
    expectedOn: IsoDay;
  };
  "rhythm.irregular": { gapDays: number; longestGapDays: number };
  "rhythm.cannot_tell": { orders: number };
  "rhythm.one_order": { firstOn: IsoDay };
  "rhythm.no_order": Record<string, never>;
  "segment.value_rank": { rank: number; accounts: number };
  "segment.steady_years": { years: number; lowestShare: number };
  "segment.unsteady_years": { years: number; lowestShare: number };
  "segment.years_unknown": { years: number };
  "segment.under_contract": { until: IsoDay };
  "segment.potential": { score: number; cut: number };
  "segment.potential_unknown": Record<string, never>;
  "segment.absolute_bands": { accounts: number };
  /** People put new cut lines in force, and they place the account elsewhere. */
  "segment.by_policy": { version: number };
  /** Somebody proposed it and a second person approved. */
  "segment.by_approval": Record<string, never>;
  "segment.demotion_waits": { to: Segment; evaluations: number; needed: number };
  "grade.by_revenue": { grade: Grade; revenue: MoneyAmount; floor: MoneyAmount };
  "grade.below_floor": { revenue: MoneyAmount; floor: MoneyAmount };
}
export type EvaluationReasonCode = keyof EvaluationReasons;

/** One reason as data: a code and its parameters (days as ISO text, shares 0..1). */
export type EvaluationReason = {
  [Code in EvaluationReasonCode]: { code: Code; params: EvaluationReasons[Code] };
}[EvaluationReasonCode];

/**
 * What a row of evidence speaks of. `person` to `colleague` are people: theirs, an assessment of them, a placeholder, one of
 * ours; then what the cycle rests on: a contract, a year's revenue, a duty, somebody who left, a handover, a seat, a change.
 */
export const evidenceKinds = [
  "season",
  "order_day",
  "gap",
  "window",
  "amount",
  "category",
  "invoice",
  "contact",
  "person",
  "assessment",
  "placeholder",
  "colleague",
  "contract",
  "revenue",
  "obligation",
  "departure",
  "handover",
  "seat",
  "requirement_change",
  "survey_score",
  "case",
  "promise",
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** A row a signal rests on; words by `evidence.<kind>`. */
export interface SignalEvidence {
  kind: EvidenceKind;
  on: IsoDay | null;
  to?: IsoDay | null;
  amountMinor: number | null;
  label: string | null;
  number: number | null;
  /** Where the row speaks of one person: so that it can be opened, and forgotten with them. */
  personId?: string;
}
