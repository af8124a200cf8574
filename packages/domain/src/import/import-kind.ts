/** Business records: what files bring in and take out, at the page and at the terminal. */
export const recordKinds = [
  "account",
  "contact",
  "product",
  "order",
  "invoice",
  "payment",
  "delivery",
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** What a file or a JSON batch may carry (capabilities V1, X5); facts about people go by rules of their own. */
export const importKinds = [...recordKinds, "fact"] as const;
export type ImportKind = (typeof importKinds)[number];

export const importStatuses = [
  "uploaded",
  "checking",
  "checked",
  "committing",
  "committed",
  "failed",
  "undoing",
  "undone",
] as const;
export type ImportStatus = (typeof importStatuses)[number];
