import type { IsoDay } from "../calendar/day-number.ts";
import type { HealthBand } from "../health/health-band.ts";

/** What the criteria of stages say, as data; the words are in phrases/lifecycle. Shares are fractions. */
export interface StageReasons {
  /** With us for so many months, where so many are asked. */
  "stage.age_reached": { months: number; least: number };
  "stage.age_short": { months: number; least: number; reachedOn: IsoDay };
  /** Neither a contract's start nor an order is known. */
  "stage.age_unknown": Record<string, never>;
  "stage.stay_short": { months: number; least: number; reachedOn: IsoDay };
  "stage.growth_enough": { growth: number; least: number };
  "stage.growth_low": { growth: number; least: number };
  "stage.coverage_enough": { coverage: number; least: number };
  "stage.coverage_low": { coverage: number; least: number };
  "stage.coverage_unknown": { least: number };
  "stage.threads_enough": { threads: number; least: number };
  "stage.threads_low": { threads: number; least: number };
  "stage.health_enough": { band: HealthBand };
  "stage.health_low": { band: HealthBand };
  /** Published as core, and in no stage yet. */
  "stage.became_core": Record<string, never>;
  "stage.contract_began": { on: IsoDay };
  /** Back a stage: revenue fell by so much, or health is red. */
  "stage.revenue_fell": { fall: number; most: number };
  "stage.health_red": Record<string, never>;
}
export type StageReasonCode = keyof StageReasons;
export type StageReason = {
  [Code in StageReasonCode]: { readonly code: Code; readonly params: StageReasons[Code] };
}[StageReasonCode];
