/** 互动: visit, call, meeting, meal, WeCom message, event attended, and 高管一对一: one executive of ours with one of theirs. */
export const interactionKinds = [
  "visit",
  "call",
  "meeting",
  "meal",
  "message",
  "event",
  "executive_meeting",
] as const;
export type InteractionKind = (typeof interactionKinds)[number];

/** 情绪: how the customer seemed, as whoever was there saw it. */
export const interactionMoods = ["pleased", "neutral", "worried", "upset"] as const;
export type InteractionMood = (typeof interactionMoods)[number];
