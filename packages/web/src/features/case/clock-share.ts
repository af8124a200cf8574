import type { CaseClock } from "@mainstay/contract/case";

/** Which share of a clock's time was gone when it was met, or is gone now: 0 … 1 by the wall clock, 1 once it has run out. */
export const clockShare = (
  openedAt: string,
  { dueAt, doneAt, state }: Pick<CaseClock, "dueAt" | "doneAt" | "state">,
  now: number,
): number => {
  if (state === "overdue" || state === "late") return 1;
  const from = Date.parse(openedAt);
  const whole = Date.parse(dueAt) - from;
  const gone = (doneAt === null ? now : Date.parse(doneAt)) - from;
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, gone / whole));
};
