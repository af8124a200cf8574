import type { ClockMode, ClockTerm } from "./case-clock.ts";
import type { CaseLevel } from "./case-kind.ts";

/** What a level promises every customer, whatever the service policy adds. */
export interface LevelClocks {
  readonly mode: ClockMode;
  readonly reply: ClockTerm;
  /** A first interim report; null where none is promised. */
  readonly feedback: ClockTerm | null;
  readonly solve: ClockTerm;
}

/** 时限设置 of a workspace. Minutes are after midnight on the workspace's wall clocks. */
export interface CaseClockSetting {
  readonly opensAtMinute: number;
  readonly closesAtMinute: number;
  readonly levels: Readonly<Record<CaseLevel, LevelClocks>>;
  /** Which time the hours of a green channel count in. */
  readonly greenChannelMode: ClockMode;
  readonly escalation: {
    /** How long each step of the ladder waits where the level's clock runs day and night. */
    readonly waitHours: number;
    /** The same in opening hours, for the other levels. */
    readonly waitWorkingHours: number;
  };
}

const hours = (count: number): ClockTerm => ({ count, unit: "hours" });
const workdays = (count: number): ClockTerm => ({ count, unit: "workdays" });

/** As shipped (formulas, Other). */
export const shippedClockSetting: CaseClockSetting = {
  opensAtMinute: 9 * 60,
  closesAtMinute: 18 * 60,
  levels: {
    general: { mode: "workdays", reply: hours(24), feedback: null, solve: hours(48) },
    major: { mode: "workdays", reply: hours(12), feedback: workdays(2), solve: workdays(5) },
    urgent: { mode: "always", reply: hours(2), feedback: null, solve: hours(24) },
  },
  greenChannelMode: "always",
  escalation: { waitHours: 4, waitWorkingHours: 8 },
};

/** What is wrong with a setting; empty when it can be used. Each names the field and the rule it breaks. */
export const checkClockSetting = (
  setting: CaseClockSetting,
): {
  field: string;
  code: "closes_before_opens" | "feedback_after_solve" | "reply_after_solve";
}[] => {
  const problems: ReturnType<typeof checkClockSetting> = [];
  if (setting.closesAtMinute - setting.opensAtMinute < 60)
    problems.push({ field: "closesAtMinute", code: "closes_before_opens" });
  for (const [level, { mode, reply, feedback, solve }] of Object.entries(setting.levels)) {
    const length = (term: ClockTerm) => termMs(term, mode, setting);
    if (length(reply) > length(solve))
      problems.push({ field: `levels.${level}.reply`, code: "reply_after_solve" });
    if (feedback && length(feedback) > length(solve))
      problems.push({ field: `levels.${level}.feedback`, code: "feedback_after_solve" });
  }
  return problems;
};

/** How much counting time a term is, in milliseconds. */
export const termMs = (
  { count, unit }: ClockTerm,
  mode: ClockMode,
  { opensAtMinute, closesAtMinute }: Pick<CaseClockSetting, "opensAtMinute" | "closesAtMinute">,
): number => {
  if (unit === "hours") return count * 3_600_000;
  return count * (mode === "hours" ? (closesAtMinute - opensAtMinute) * 60_000 : 86_400_000);
};
