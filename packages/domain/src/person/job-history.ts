import type { IsoDay } from "../calendar/day-number.ts";
import type { JobEnding } from "./job-ending.ts";

/** A job as its dates tell it; null means from ever, or still. */
export interface JobSpan {
  readonly accountId: string;
  readonly startsOn: IsoDay | null;
  readonly endsOn: IsoDay | null;
  readonly endedBecause?: JobEnding | null;
}

/** True while the person holds the job: it has no end, or one that has not passed. The last day still counts. */
export const isPresentJob = ({ endsOn }: Pick<JobSpan, "endsOn">, today: IsoDay): boolean =>
  endsOn === null || endsOn >= today;

/**
 * True when the two are the same account for a stretch in common, so that one of them is entered twice. The day of a
 * change may belong to both; jobs at different accounts may run side by side; one entered by mistake never was.
 */
export const isSameJobTwice = (one: JobSpan, other: JobSpan): boolean => {
  if (one.accountId !== other.accountId) return false;
  if (one.endedBecause === "entered_by_mistake" || other.endedBecause === "entered_by_mistake")
    return false;
  const endsBefore = (a: JobSpan, b: JobSpan) =>
    a.endsOn !== null && b.startsOn !== null && a.endsOn <= b.startsOn;
  return !endsBefore(one, other) && !endsBefore(other, one);
};

/**
 * 开门人 Where a person at `accountId` knew us from before: the account of the latest job that ended elsewhere among our
 * customers, other than by mistake. Null without one, or when the person still works there: then nobody has moved.
 */
export const cameFromAccount = (jobs: readonly JobSpan[], accountId: string): string | null => {
  const elsewhere = jobs.filter(
    (job) => job.accountId !== accountId && job.endedBecause !== "entered_by_mistake",
  );
  const still = new Set(
    elsewhere.filter(({ endsOn }) => endsOn === null).map((job) => job.accountId),
  );
  const ended = elsewhere
    .filter((job) => job.endsOn !== null && !still.has(job.accountId))
    .sort((a, b) => (b.endsOn ?? "").localeCompare(a.endsOn ?? ""));
  return ended[0]?.accountId ?? null;
};
