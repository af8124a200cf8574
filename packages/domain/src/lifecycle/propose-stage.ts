import type { Segment } from "../account/segment.ts";
import { calendarParts, dayNumberFromIso, type IsoDay } from "../calendar/day-number.ts";
import { monthsAfter } from "../calendar/months-after.ts";
import type { HealthBand } from "../health/health-band.ts";
import { type LifecycleStage, lifecycleStages } from "./lifecycle-stage.ts";
import { fallThatStepsBack, stageCriteria } from "./stage-criteria.ts";
import type { StageReason } from "./stage-reason.ts";

/** What is known of an account when its stage is judged; null where nothing is known. */
export interface StageFacts {
  readonly stage: LifecycleStage | null;
  readonly since: IsoDay | null;
  readonly contractStartOn: IsoDay | null;
  readonly firstOrderOn: IsoDay | null;
  readonly segment: Segment | null;
  readonly revenue12mMinor: number;
  readonly revenuePrior12mMinor: number;
  readonly coverage: number | null;
  readonly threads: number | null;
  readonly health: HealthBand | null;
}

/** A stage to move to and why; what still keeps the account from the next one. */
export interface ProposedStage {
  readonly stage: LifecycleStage | null;
  readonly because: readonly StageReason[];
  readonly missing: readonly StageReason[];
}

/** Whole months from one day to another; zero where the second is earlier. */
const monthsBetween = (from: IsoDay, to: IsoDay): number => {
  const [a, b] = [
    calendarParts(dayNumberFromIso(from) ?? 0),
    calendarParts(dayNumberFromIso(to) ?? 0),
  ];
  const months = (b.year - a.year) * 12 + (b.month - a.month) - (b.day < a.day ? 1 : 0);
  return Math.max(0, months);
};

type Judged = { passed: StageReason[]; missing: StageReason[] };

const judgeAge = (facts: StageFacts, stage: LifecycleStage, today: IsoDay, out: Judged): void => {
  const { monthsWithUs: least, monthsInStage: stay } = stageCriteria[stage];
  const began = facts.contractStartOn ?? facts.firstOrderOn;
  if (began === null) {
    if (least > 0) out.missing.push({ code: "stage.age_unknown", params: {} });
  } else {
    const months = monthsBetween(began, today);
    if (months >= least) out.passed.push({ code: "stage.age_reached", params: { months, least } });
    else {
      const reachedOn = monthsAfter(began, least);
      out.missing.push({ code: "stage.age_short", params: { months, least, reachedOn } });
    }
  }
  if (facts.since === null || stay === 0) return;
  const months = monthsBetween(facts.since, today);
  const reachedOn = monthsAfter(facts.since, stay);
  if (months < stay)
    out.missing.push({ code: "stage.stay_short", params: { months, least: stay, reachedOn } });
};

/** Growth over the year; null while there was no revenue to compare with. */
const growthOf = ({ revenue12mMinor, revenuePrior12mMinor }: StageFacts): number | null =>
  revenuePrior12mMinor > 0 ? revenue12mMinor / revenuePrior12mMinor - 1 : null;

const judgeTies = (facts: StageFacts, stage: LifecycleStage, out: Judged): void => {
  const { leastGrowth, leastCoverage, leastThreads, worstHealth } = stageCriteria[stage];
  const growth = growthOf(facts);
  if (leastGrowth !== null && growth !== null) {
    const params = { growth, least: leastGrowth };
    if (growth >= leastGrowth) out.passed.push({ code: "stage.growth_enough", params });
    else out.missing.push({ code: "stage.growth_low", params });
  }
  if (leastCoverage !== null) {
    const { coverage } = facts;
    if (coverage === null)
      out.missing.push({ code: "stage.coverage_unknown", params: { least: leastCoverage } });
    else if (coverage >= leastCoverage)
      out.passed.push({
        code: "stage.coverage_enough",
        params: { coverage, least: leastCoverage },
      });
    else
      out.missing.push({ code: "stage.coverage_low", params: { coverage, least: leastCoverage } });
  }
  if (leastThreads !== null && facts.threads !== null) {
    const params = { threads: facts.threads, least: leastThreads };
    if (facts.threads >= leastThreads) out.passed.push({ code: "stage.threads_enough", params });
    else out.missing.push({ code: "stage.threads_low", params });
  }
  const { health } = facts;
  if (health === null || health === "insufficient") return;
  const isLow = health === "red" || (health === "amber" && worstHealth === "green");
  if (isLow) out.missing.push({ code: "stage.health_low", params: { band: health } });
  else out.passed.push({ code: "stage.health_enough", params: { band: health } });
};

const judge = (facts: StageFacts, stage: LifecycleStage, today: IsoDay): Judged => {
  const out: Judged = { passed: [], missing: [] };
  judgeAge(facts, stage, today, out);
  judgeTies(facts, stage, out);
  return out;
};

const nothing: ProposedStage = { stage: null, because: [], missing: [] };

/** Deep ties that revenue or health no longer carries go back a stage. */
const stepBack = (facts: StageFacts): ProposedStage | null => {
  if (facts.stage !== "deep" && facts.stage !== "symbiosis") return null;
  const because: StageReason[] = [];
  const growth = growthOf(facts);
  if (growth !== null && growth <= -fallThatStepsBack)
    because.push({
      code: "stage.revenue_fell",
      params: { fall: -growth, most: fallThatStepsBack },
    });
  if (facts.health === "red") because.push({ code: "stage.health_red", params: {} });
  if (because.length === 0) return null;
  return { stage: facts.stage === "symbiosis" ? "deep" : "stable", because, missing: [] };
};

/** A new core account, or one whose contract has just begun, starts with onboarding; nobody else is proposed. */
const firstStage = (facts: StageFacts, today: IsoDay): ProposedStage => {
  if (facts.segment === "core")
    return {
      stage: "onboarding",
      because: [{ code: "stage.became_core", params: {} }],
      missing: [],
    };
  const { contractStartOn } = facts;
  const isNew =
    contractStartOn !== null &&
    contractStartOn <= today &&
    monthsBetween(contractStartOn, today) < stageCriteria.stable.monthsWithUs;
  return isNew && contractStartOn !== null
    ? {
        stage: "onboarding",
        because: [{ code: "stage.contract_began", params: { on: contractStartOn } }],
        missing: [],
      }
    : nothing;
};

/**
 * Which stage the criteria propose for an account and why (capabilities L1; the limits are `stageCriteria`). Upwards one
 * stage at a time and only with every criterion met; back a stage where revenue fell by 30 % or health is red. Only a
 * proposal: a person accepts it, or enters another stage by hand with a reason.
 */
export const proposeStage = (facts: StageFacts, today: IsoDay): ProposedStage => {
  if (facts.stage === null) return firstStage(facts, today);
  const back = stepBack(facts);
  if (back) return back;
  const next = lifecycleStages[lifecycleStages.indexOf(facts.stage) + 1];
  if (!next) return nothing;
  const { passed, missing } = judge(facts, next, today);
  return missing.length === 0
    ? { stage: next, because: passed, missing: [] }
    : { stage: null, because: [], missing };
};
