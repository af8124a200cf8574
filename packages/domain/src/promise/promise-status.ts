/** 内部客户承诺. `kept` may still have been late: then `doneOn` lies after `dueOn`. */
export const promiseStatuses = ["open", "kept", "broken", "withdrawn"] as const;
export type PromiseStatus = (typeof promiseStatuses)[number];

/** What a promise was given in. */
export const promiseSources = ["interaction", "case", "need", "requirement_change"] as const;
export type PromiseSource = (typeof promiseSources)[number];

/** What can become of a promise, each one row of its history. */
export const promiseStepKinds = [
  "given",
  "moved",
  "kept",
  "sent_back",
  "broken",
  "withdrawn",
] as const;
export type PromiseStepKind = (typeof promiseStepKinds)[number];
