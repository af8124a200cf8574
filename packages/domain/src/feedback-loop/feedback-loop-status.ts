/** 闭环: a dissatisfied answer, somebody speaks with the customer, it is put right, followed up, measured again. */
export const feedbackLoopStatuses = [
  "open",
  "contacted",
  "rectified",
  "followed_up",
  "remeasured",
  "dropped",
] as const;
export type FeedbackLoopStatus = (typeof feedbackLoopStatuses)[number];
