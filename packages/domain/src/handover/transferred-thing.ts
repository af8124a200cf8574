/** 移交事项 What goes to the successor when the open items of an account are handed over. */
export const transferredThings = [
  "tasks",
  "obligations",
  "signals",
  "rescues",
  "calendarEntries",
  "cases",
  "promises",
  "needs",
  "feedbackLoops",
] as const;
export type TransferredThing = (typeof transferredThings)[number];
