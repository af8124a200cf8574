import type { PromiseFacts } from "./promise-figures.ts";

/** The numbers a department's word is judged by; each opens the promises it counts. */
export const promiseCounts = [
  "due",
  "onTime",
  "delivered",
  "reworked",
  "late",
  "moved",
  "ahead",
  "broken",
] as const;
export type PromiseCount = (typeof promiseCounts)[number];

const isDue = ({ status, dueIn }: PromiseFacts): boolean => status !== "open" || dueIn < 0;

const rules: Readonly<Record<PromiseCount, (facts: PromiseFacts) => boolean>> = {
  due: isDue,
  onTime: ({ status, doneAfter }) => status === "kept" && (doneAfter ?? 1) <= 0,
  // One that was sent back had been delivered, though it is open again.
  delivered: ({ status, reworks }) => status === "kept" || reworks > 0,
  reworked: ({ reworks }) => reworks > 0,
  late: (facts) =>
    isDue(facts) && facts.status !== "broken" && (facts.doneAfter ?? -facts.dueIn) > 0,
  moved: ({ wasMoved }) => wasMoved,
  ahead: (facts) => !isDue(facts),
  broken: ({ status }) => status === "broken",
};

/** Whether a promise is among those a number counts. Those withdrawn with the customer never are. */
export const isCounted = (count: PromiseCount, facts: PromiseFacts): boolean =>
  facts.status !== "withdrawn" && rules[count](facts);
