import type { CaseRow } from "@mainstay/contract/case";
import type { CaseClockName } from "@mainstay/domain/case/case-clock";
import { daysWaiting } from "@mainstay/domain/case-closing/closing-rule";
import { formatInstant } from "@mainstay/phrases/format/format-day";

/** How a case stands, in one sentence: what is overdue, due next, stopped, or waits for the customer's word. */
export type CaseJudgement =
  | { readonly code: "overdue" | "due"; readonly clock: CaseClockName; readonly minutes: number }
  | { readonly code: "dueSoon"; readonly clock: CaseClockName }
  | { readonly code: "solved"; readonly minutes: number }
  | { readonly code: "paused" | "closed" | "duplicate" | "noClock" };

export type CaseTone = "bad" | "warn" | "quiet" | "good";

type Judged = Pick<CaseRow, "status" | "nextDue" | "solvedAt">;

const minutesBetween = (from: number, to: number) => Math.floor(Math.abs(to - from) / 60_000);

/** Judges a case at an instant by the reader's wall clock; what has run out is told before that it rests. */
export const judgeCase = ({ status, nextDue, solvedAt }: Judged, now: number): CaseJudgement => {
  if (status === "closed" || status === "duplicate") return { code: status };
  const due = nextDue === null ? null : Date.parse(nextDue.dueAt);
  if (nextDue !== null && due !== null && due <= now)
    return { code: "overdue", clock: nextDue.clock, minutes: minutesBetween(due, now) };
  if (status === "solved")
    return { code: "solved", minutes: minutesBetween(Date.parse(solvedAt ?? ""), now) };
  if (status === "paused") return { code: "paused" };
  if (nextDue === null || due === null) return { code: "noClock" };
  const minutes = minutesBetween(now, due);
  return minutes < 1
    ? { code: "dueSoon", clock: nextDue.clock }
    : { code: "due", clock: nextDue.clock, minutes };
};

/** Less than so long before a clock runs out, it is time. */
const soonMinutes = 240;

/** Which colour and shape a judgement has. */
export const toneOf = (judgement: CaseJudgement): CaseTone => {
  if (judgement.code === "overdue") return "bad";
  if (judgement.code === "dueSoon" || judgement.code === "solved") return "warn";
  if (judgement.code === "due") return judgement.minutes < soonMinutes ? "warn" : "quiet";
  return judgement.code === "closed" ? "good" : "quiet";
};

/** How long a solution has waited: in calendar days of our clocks, as every list of what is unconfirmed counts; below one in hours. */
export const waitedFor = (
  solvedAt: string,
  now: number,
  timeZone: string,
): ReturnType<typeof spanOf> => {
  const dayOf = (at: string) => formatInstant(at, timeZone).slice(0, 10);
  const days = daysWaiting(dayOf(solvedAt), dayOf(new Date(now).toISOString()));
  return days > 0
    ? { unit: "days", count: days }
    : spanOf(minutesBetween(Date.parse(solvedAt), now));
};

/** The largest unit that says it without a fraction: minutes below an hour, hours below two days, then days. */
export const spanOf = (
  minutes: number,
): { readonly unit: "minutes" | "hours" | "days"; readonly count: number } => {
  const whole = Math.max(0, Math.floor(minutes));
  if (whole < 60) return { unit: "minutes", count: Math.max(1, whole) };
  return whole < 48 * 60
    ? { unit: "hours", count: Math.floor(whole / 60) }
    : { unit: "days", count: Math.floor(whole / 1440) };
};
