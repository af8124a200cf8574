import { type Interval, wilsonInterval } from "../survey/wilson.ts";
import { isCounted, type PromiseCount } from "./promise-count.ts";
import type { PromiseStatus } from "./promise-status.ts";

/** What the figures read of a promise; `dueIn`: days from today to its day, negative when past. */
export interface PromiseFacts {
  readonly status: PromiseStatus;
  readonly dueIn: number;
  /** Days from its day to the day it was done; negative or 0 in time; null while it is not done. */
  readonly doneAfter: number | null;
  readonly reworks: number;
  /** Whether its day was moved with the customer's agreement. */
  readonly wasMoved: boolean;
}

/** How a department keeps its word (capabilities S3). Shares are null where nothing can be counted. */
export interface PromiseFigures {
  /** Promises whose day has come: kept, broken, or past and still open. Those withdrawn with the customer are left out. */
  readonly due: number;
  readonly onTime: number;
  readonly onTimeShare: number | null;
  /** Wilson 95 % of the share on time. */
  readonly interval: Interval | null;
  /** Of the promises ever delivered, the share that the customer sent back at least once. */
  readonly delivered: number;
  readonly reworked: number;
  readonly reworkShare: number | null;
  /** Mean days past the day, over the late ones: delivered late, or past and still open. */
  readonly late: number;
  readonly meanDelayDays: number | null;
  readonly moved: number;
  /** Open and not due yet. */
  readonly ahead: number;
  readonly broken: number;
}

/** The figures of some promises: on time, sent back, mean delay, each with what it is counted on. */
export const promiseFigures = (promises: readonly PromiseFacts[]): PromiseFigures => {
  const of = (count: PromiseCount) => promises.filter((facts) => isCounted(count, facts));
  const due = of("due");
  const onTime = of("onTime");
  const delivered = of("delivered");
  const reworked = of("reworked");
  const delays = of("late").map(({ dueIn, doneAfter }) => doneAfter ?? -dueIn);
  return {
    due: due.length,
    onTime: onTime.length,
    onTimeShare: due.length === 0 ? null : onTime.length / due.length,
    interval: wilsonInterval(onTime.length, due.length),
    delivered: delivered.length,
    reworked: reworked.length,
    reworkShare: delivered.length === 0 ? null : reworked.length / delivered.length,
    late: delays.length,
    meanDelayDays:
      delays.length === 0 ? null : delays.reduce((sum, days) => sum + days, 0) / delays.length,
    moved: of("moved").length,
    ahead: of("ahead").length,
    broken: of("broken").length,
  };
};
