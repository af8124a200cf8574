/** 内部客户承诺. `kept` may still have been late: then `doneOn` lies after `dueOn`. */
export const promiseStatuses = ["open", "kept", "broken", "withdrawn"] as const;
export type PromiseStatus = (typeof promiseStatuses)[number];

/** What a promise was given in. */
export const promiseSources = ["interaction", "case", "need", "requirement_change"] as const;
export type PromiseSource = (typeof promiseSources)[number];
