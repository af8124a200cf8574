import { chainWeight } from "../buying-role/role-factor.ts";
import type { BuyingRole } from "../buying-role/buying-role.ts";
import type { DayNumber } from "../calendar/day-number.ts";
import { type Stance, stanceValue } from "../stance/stance.ts";
import { freshness } from "./freshness.ts";

/**
 * One person of a decision chain as the measures see them. `stance` null: nobody judged them, or the law forbids to use the
 * judgement (an objection to profiling, restricted use): both count as unknown.
 */
export interface ChainMember {
  readonly personId: string;
  readonly role: BuyingRole | null;
  /** 1…5; null: not assessed. */
  readonly influence: number | null;
  readonly stance: Stance | null;
  /** The day the stance was assessed; null where it is unknown. */
  readonly assessedDay: DayNumber | null;
  readonly isPlaceholder: boolean;
  /** c: 0…1 (`contactCoverage`). */
  readonly coverage: number;
}

/** What an influence nobody assessed counts: the middle of 1…5. Shown as assumed wherever a weight is explained. */
export const assumedInfluence = 3;

/** w = influence × role factor (formulas § 3). */
export const memberWeight = ({ influence, role }: ChainMember): number =>
  chainWeight(influence ?? assumedInfluence, role);

/** s × f: the value of a known stance by its freshness; 0 where it is unknown, as such stand in the denominator only. */
export const standingValue = ({ stance, assessedDay }: ChainMember, today: DayNumber): number =>
  stance === null || assessedDay === null
    ? 0
    : stanceValue[stance] * freshness(today - assessedDay);

/** c; a placeholder is nobody one could have met. */
export const memberCoverage = ({ isPlaceholder, coverage }: ChainMember): number =>
  isPlaceholder ? 0 : coverage;

/** Whether the stance is known and may be used. */
export const isStanceKnown = ({ stance, assessedDay }: ChainMember): boolean =>
  stance !== null && assessedDay !== null;
