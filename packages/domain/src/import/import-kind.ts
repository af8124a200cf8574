/** What a file or a JSON batch may carry (capabilities V1, X5). */
export const importKinds = [
  "account",
  "contact",
  "product",
  "order",
  "invoice",
  "payment",
  "delivery",
] as const;
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
