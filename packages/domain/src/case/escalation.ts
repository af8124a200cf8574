import { afterCounting, type BusinessCalendar } from "./business-calendar.ts";
import type { CaseClockName, ClockMode } from "./case-clock.ts";
import type { CaseClockSetting } from "./case-clock-setting.ts";
import { type AgreedPause, type ClockFacts, clockStands, halfOfClock } from "./case-clocks.ts";
import type { CaseLevel } from "./case-kind.ts";

/** 升级阶梯: who is told when a clock runs out, in this order; each step at most once. */
export const escalationSteps = ["manager", "director", "sponsor"] as const;
export type EscalationStep = (typeof escalationSteps)[number];

/** Why: half of an urgent case's time is gone, a clock has run out, it is still so later, it was reopened again, or somebody asked for it. */
export const escalationReasons = [
  "half_gone",
  "overdue",
  "still_overdue",
  "reopened",
  "by_hand",
] as const;
export type EscalationReason = (typeof escalationReasons)[number];

export interface EscalationFacts extends ClockFacts {
  readonly level: CaseLevel;
  /** When the running clocks began: at opening, or at the last reopening. */
  readonly clockFromAt: Date;
  /** 0 nobody yet, 1 manager, 2 director, 3 sponsor. */
  readonly escalationLevel: number;
  readonly escalatedAt: Date | null;
  /** In which time each clock counts, where it is not the level's own. */
  readonly modes: Readonly<Partial<Record<CaseClockName, ClockMode>>>;
  /** They move every clock but the reply's. */
  readonly pauses: readonly AgreedPause[];
}

export interface NextEscalation {
  /** The level it rises to: 1, 2 or 3. */
  readonly level: number;
  readonly at: Date;
  readonly because: Exclude<EscalationReason, "by_hand" | "reopened">;
  readonly clock: CaseClockName;
}

/**
 * The next step of the ladder and when it is due, as things stand; null when the ladder is climbed or nothing runs. Manager: when
 * the first clock runs out, of an urgent case at half of its own time (nights that do not count and pauses left out). Director and sponsor: when a clock is still overdue so long
 * after the step before (four hours, or eight opening hours where nights and weekends do not count). A paused case waits.
 */
export const nextEscalation = (
  facts: EscalationFacts,
  setting: CaseClockSetting,
  calendar: BusinessCalendar,
): NextEscalation | null => {
  if (facts.status !== "open" || facts.escalationLevel >= escalationSteps.length) return null;
  // Judged before anything can be overdue: only which clocks still run, in the order they end.
  const open = clockStands(facts, new Date(0))
    .filter(({ doneAt }) => doneAt === null)
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  const first = open[0];
  if (!first) return null;
  const level = facts.escalationLevel + 1;
  const { mode } = setting.levels[facts.level];
  if (level === 1) {
    if (facts.level !== "urgent")
      return { level, at: first.dueAt, because: "overdue", clock: first.clock };
    const half = open
      .map(({ clock, dueAt }) => ({
        clock,
        at: halfOfClock(
          calendar,
          facts.modes[clock] ?? mode,
          { from: facts.clockFromAt, dueAt },
          clock === "reply" ? [] : facts.pauses,
        ),
      }))
      .toSorted((a, b) => a.at.getTime() - b.at.getTime())[0]!;
    return { level, at: half.at, because: "half_gone", clock: half.clock };
  }
  const { waitHours, waitWorkingHours } = setting.escalation;
  const since =
    facts.escalatedAt && facts.escalatedAt > first.dueAt ? facts.escalatedAt : first.dueAt;
  const at =
    mode === "always"
      ? afterCounting(calendar, "always", since, waitHours * 3_600_000)
      : afterCounting(calendar, "hours", since, waitWorkingHours * 3_600_000);
  return { level, at, because: "still_overdue", clock: first.clock };
};

/** Who stands on each step; only active users who see the account. */
export interface EscalationPeople {
  readonly manager: readonly string[];
  readonly director: readonly string[];
  readonly sponsor: readonly string[];
}

/**
 * Who is told at a step: the people of its own rung, or of the next one above where everybody on it is missing, complained about or
 * has been told already. `level` is the rung that was reached; null when nobody is left above: the ladder only ever rises.
 */
export const climb = (
  people: EscalationPeople,
  wantedLevel: number,
  excluded: readonly string[],
): { readonly level: number; readonly step: EscalationStep; readonly userIds: string[] } | null => {
  for (let level = Math.max(1, wantedLevel); level <= escalationSteps.length; level += 1) {
    const step = escalationSteps[level - 1]!;
    const userIds = [...new Set(people[step])].filter((one) => !excluded.includes(one));
    if (userIds.length > 0) return { level, step, userIds };
  }
  return null;
};
