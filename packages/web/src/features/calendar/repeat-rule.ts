import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { parseRecurrence, writeRecurrence } from "@mainstay/domain/calendar-entry/recurrence-rule";

/** How often, as it is chosen; `kept` for a rule that this form does not write. */
export const repeatChoices = [
  "none",
  "daily",
  "weekly",
  "fortnightly",
  "monthly",
  "yearly",
  "kept",
] as const;
export type RepeatChoice = (typeof repeatChoices)[number];

const rules = {
  daily: "FREQ=DAILY",
  weekly: "FREQ=WEEKLY",
  fortnightly: "FREQ=WEEKLY;INTERVAL=2",
  monthly: "FREQ=MONTHLY",
  yearly: "FREQ=YEARLY",
} as const;

/** The rule a choice means; an existing one is kept as it is. */
export const ruleOfChoice = (
  choice: RepeatChoice,
  until: IsoDay | null,
  existing: string | null,
): string | null => {
  if (choice === "none") return null;
  if (choice === "kept") return existing;
  return until === null ? rules[choice] : `${rules[choice]};UNTIL=${until.replaceAll("-", "")}`;
};

/** The choice a rule came from, and its last day. */
export const choiceOfRule = (
  recurrence: string | null,
): { choice: RepeatChoice; until: IsoDay | null } => {
  const rule = recurrence === null ? null : parseRecurrence(recurrence);
  if (rule === null) return { choice: "none", until: null };
  const bare = writeRecurrence({ ...rule, untilOn: null });
  const found = (Object.keys(rules) as (keyof typeof rules)[]).find((name) => rules[name] === bare);
  return { choice: found ?? "kept", until: rule.untilOn };
};
