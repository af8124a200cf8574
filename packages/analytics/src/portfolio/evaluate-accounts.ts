import { grades } from "@mainstay/domain/account/grade";
import { type Segment, segments } from "@mainstay/domain/account/segment";
import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { EvaluationReason } from "@mainstay/domain/evaluation/evaluation-reason";
import type { EvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";
import { gradeOfRevenue } from "../grade/grade-of-revenue.ts";
import { daysInYear } from "../order-day/yearly-revenue.ts";
import { holdDemotion } from "../segmentation/hold-demotion.ts";
import { percentileOf, shareAbove } from "../segmentation/percentile-table.ts";
import { potentialAxis } from "../segmentation/potential-axis.ts";
import { proposeSegment, type SegmentFacts } from "@mainstay/domain/evaluation/propose-segment";
import { yearSteadiness } from "../segmentation/value-axis.ts";
import { valueAtRisk } from "../value-at-risk/signal-severity.ts";
import type {
  AccountEvaluation,
  AccountSignal,
  HistoryGap,
  PreviousLevels,
} from "./account-evaluation.ts";
import { type AccountFacts, readAccountFacts } from "./account-facts.ts";
import type { PortfolioInput } from "./portfolio-input.ts";
import {
  fewestForPercentiles,
  type PortfolioModel,
  type PortfolioTables,
  rankedGrowth,
  valueWithin,
  worthOf,
} from "./portfolio-model.ts";
import { rhythmReason } from "./rhythm-reason.ts";
import { rhythmSignal } from "./rhythm-signal.ts";
import { segmentReasons } from "./segment-reasons.ts";
import { fewerOrdersSignal } from "./fewer-orders-signal.ts";
import { shrinkingSignal } from "./shrinking-signal.ts";
import { categorySignal, paymentSignal } from "./trade-signals.ts";

const clamped = (value: number): number => Math.min(1, Math.max(0, value));

const potentialOf = (
  facts: AccountFacts,
  { extras }: PortfolioInput,
  tables: PortfolioTables,
  settings: EvaluationSettings,
) => {
  const growth = rankedGrowth(facts, tables.medianGrowth);
  const percentile =
    growth === null
      ? null
      : tables.accounts < fewestForPercentiles
        ? clamped(0.5 + growth / 0.4)
        : percentileOf(tables.growth, growth);
  const extra = extras?.get(facts.account);
  return potentialAxis(
    percentile,
    extra?.industryGrowth ?? null,
    extra?.shareOfWallet ?? null,
    settings,
  );
};

const historyGaps = ({ orders, rhythm }: AccountFacts): HistoryGap[] => {
  if (orders === 0) return ["no_order"];
  if (orders === 1) return ["one_order"];
  if (rhythm.basis === "cannot_tell") return ["cannot_tell"];
  return rhythm.basis === "default_prior" ? ["default_prior"] : [];
};

const riskLevelOf = ({ rhythm, orders }: AccountFacts): AccountEvaluation["level"] => {
  if (orders < 2 || rhythm.pLost === null || rhythm.basis === "cannot_tell") return "unknown";
  return rhythm.level === "none" ? "fine" : rhythm.level;
};

/**
 * The account's level: how loud its rhythm speaks, and never quieter than its other warnings: an account whose orders
 * have halved is not "fine" because they still come on time.
 */
const levelOf = (
  facts: AccountFacts,
  signals: readonly AccountSignal[],
): AccountEvaluation["level"] => {
  const byRhythm = riskLevelOf(facts);
  if (byRhythm === "lost" || byRhythm === "act" || signals.length === 0) return byRhythm;
  return signals.some(({ severity }) => severity !== "watch") ? "act" : "watch";
};

const gradeReason = (
  grade: AccountEvaluation["grade"]["level"],
  revenue: number,
  currency: string,
  { gradeFloors: floors }: EvaluationSettings,
): EvaluationReason => {
  const money = (minor: number) => ({ minor, currency });
  return grade === "none"
    ? { code: "grade.below_floor", params: { revenue: money(revenue), floor: money(floors.base) } }
    : {
        code: "grade.by_revenue",
        params: { grade, revenue: money(revenue), floor: money(floors[grade]) },
      };
};

/** Places one account within its portfolio: the second half of an evaluation. */
const evaluateAccount = (
  facts: AccountFacts,
  input: PortfolioInput,
  settings: EvaluationSettings,
  asOf: DayNumber,
  tables: PortfolioTables,
  previous: PreviousLevels | null,
): AccountEvaluation => {
  const { account, orders, years, rhythm, clv, marginShare } = facts;
  const value = valueWithin(facts, tables, settings);
  const few = tables.accounts < fewestForPercentiles;
  const valuePercentile = few
    ? value.measurePercentile
    : percentileOf(tables.valueScore, value.score);
  const potential = potentialOf(facts, input, tables, settings);
  const contractUntil = input.extras?.get(account)?.contractUntil ?? null;
  const segmentFacts: SegmentFacts = {
    shareAbove: few ? 1 - value.measurePercentile : shareAbove(tables.valueScore, value.score),
    valuePercentile,
    potential: potential.score,
    steadiness: yearSteadiness(years, facts.daysKnown),
    isUnderContract: contractUntil !== null && contractUntil >= asOf + daysInYear,
  };
  const asked = proposeSegment(segmentFacts, settings);
  const held = previous?.segment
    ? { level: previous.segment, demotionStreak: previous.segmentStreak }
    : null;
  const segment =
    orders > 0 ? holdDemotion<Segment>(asked, held, segments, settings.demotionEvaluations) : null;
  const gradeAsked = gradeOfRevenue(years[0]!, settings);
  const gradeHeld = previous && { level: previous.grade, demotionStreak: previous.gradeStreak };
  const worth = worthOf(facts);
  const worthPercentile = percentileOf(tables.worth, worth);
  const signals = [
    rhythmSignal(facts, input.book, input.currency, worth, worthPercentile),
    shrinkingSignal(facts, input, asOf, worthPercentile) ??
      fewerOrdersSignal(facts, input, asOf, worthPercentile),
    categorySignal(facts, input, worthPercentile),
    paymentSignal(facts, input, asOf, worthPercentile),
  ].filter((signal): signal is AccountSignal => signal !== null);
  const iso = (day: number | null | undefined) =>
    day == null ? null : isoFromDayNumber(Math.round(day));
  const next = rhythm.nextOrder;
  const margin = (net: number): number => Math.round(net * marginShare);
  const band = clv && [margin(clv.low), margin(clv.high)].sort((a, b) => a - b);
  return {
    account,
    orders,
    firstOn: iso(facts.firstDay),
    lastOn: iso(facts.lastDay),
    revenue12m: years[0]!,
    revenuePrior12m: years[1]!,
    margin12m: facts.margin12m,
    growth: facts.growth.growth,
    value,
    valuePercentile,
    potential,
    segment,
    segmentReasons: segment
      ? segmentReasons(segmentFacts, asked, segment, tables.accounts, settings, contractUntil)
      : [],
    grade: holdDemotion(gradeAsked, gradeHeld, grades, settings.demotionEvaluations),
    gradeReason: gradeReason(gradeAsked, years[0]!, input.currency, settings),
    level: levelOf(facts, signals),
    pLost: rhythm.pLost,
    pOrder30: rhythm.pOrder30,
    pOrder90: facts.pOrder90,
    nextOrder: next && { from: iso(next.from)!, expected: iso(next.expected)!, to: iso(next.to)! },
    clock: orders > 1 ? rhythm.clock : null,
    rhythm: rhythmReason(rhythm),
    clv: clv && band && { low: band[0]!, mid: margin(clv.mid), high: band[1]! },
    nextYearMargin: Math.round(worth),
    valueAtRisk: orders < 2 ? 0 : valueAtRisk(rhythm.pLost, worth),
    signals: signals.sort((a, b) => b.moneyAtStake - a.moneyAtStake),
    notEnoughHistory: orders < 2,
    historyGaps: historyGaps(facts),
  };
};

/** Evaluates accounts whose facts are already read. */
export const evaluateFacts = (
  facts: readonly AccountFacts[],
  input: PortfolioInput,
  settings: EvaluationSettings,
  asOf: DayNumber,
  tables: PortfolioTables,
  previous?: ReadonlyMap<number, PreviousLevels>,
): AccountEvaluation[] =>
  facts.map((one) =>
    evaluateAccount(one, input, settings, asOf, tables, previous?.get(one.account) ?? null),
  );

/**
 * Re-evaluates a few accounts with the models and ranks stored by the last full run: what happens within
 * seconds of a new order. `input.book` need only hold these accounts, numbered from 0 as in the book.
 */
export const evaluateAccounts = (
  stored: PortfolioModel,
  input: PortfolioInput,
  settings: EvaluationSettings,
  asOf: DayNumber,
  previous?: ReadonlyMap<number, PreviousLevels>,
): AccountEvaluation[] => {
  const facts = readAccountFacts(input, settings, asOf, stored.rhythm, stored.value);
  return evaluateFacts(facts, input, settings, asOf, stored.tables, previous);
};
