/** 互动: visit, call, meeting, meal, WeCom message, event attended. */
export const interactionKinds = ["visit", "call", "meeting", "meal", "message", "event"] as const;
export type InteractionKind = (typeof interactionKinds)[number];
