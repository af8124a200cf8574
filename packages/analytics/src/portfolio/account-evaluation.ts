import type { Grade } from "@mainstay/domain/account/grade";
import type { RiskLevel } from "@mainstay/domain/account/risk-level";
import type { Segment } from "@mainstay/domain/account/segment";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type {
  EvaluationReason,
  SignalEvidence,
} from "@mainstay/domain/evaluation/evaluation-reason";
import type { SignalKind, SignalPlay, SignalSeverity } from "@mainstay/domain/signal/signal-kind";
import type { LevelMove } from "../segmentation/hold-demotion.ts";
import type { PotentialAxis } from "../segmentation/potential-axis.ts";
import type { ValueAxis } from "../segmentation/value-axis.ts";

/** One explainable warning about an account, ready to be stored or printed. */
export interface AccountSignal {
  kind: SignalKind;
  severity: SignalSeverity;
  reason: EvaluationReason;
  evidence: SignalEvidence[];
  /** Minor units of the base currency. */
  moneyAtStake: number;
  probability: number | null;
  play: SignalPlay;
}

/** Why a figure is missing or weak. */
export type HistoryGap = "no_order" | "one_order" | "default_prior" | "cannot_tell";

/** Everything the evaluation says about one account. Money is minor units of the base currency. */
export interface AccountEvaluation {
  account: number;
  orders: number;
  firstOn: IsoDay | null;
  lastOn: IsoDay | null;
  revenue12m: number;
  revenuePrior12m: number;
  /** Null where no cost is known. */
  margin12m: number | null;
  growth: number | null;
  value: ValueAxis;
  valuePercentile: number;
  potential: PotentialAxis;
  segment: LevelMove<Segment> | null;
  segmentReasons: EvaluationReason[];
  grade: LevelMove<Grade>;
  gradeReason: EvaluationReason;
  level: RiskLevel;
  pLost: number | null;
  pOrder30: number | null;
  pOrder90: number | null;
  nextOrder: { from: IsoDay; expected: IsoDay; to: IsoDay } | null;
  clock: "plain" | "solar_season" | "lunar_season" | null;
  rhythm: EvaluationReason;
  /** Lifetime value as margin; null without an order. */
  clv: { low: number; mid: number; high: number } | null;
  /** Margin expected over the next 12 months if the account is kept. */
  nextYearMargin: number;
  valueAtRisk: number;
  signals: AccountSignal[];
  notEnoughHistory: boolean;
  historyGaps: HistoryGap[];
}

/** What an earlier evaluation left behind for the next one: the published levels and their streaks. */
export interface PreviousLevels {
  segment: Segment | null;
  segmentStreak: number;
  grade: Grade;
  gradeStreak: number;
}
