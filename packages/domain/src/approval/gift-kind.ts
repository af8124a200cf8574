/** What may be given to a customer's people, by the anti-bribery register. */
export const giftKinds = ["gift", "meal", "travel", "course", "event", "donation"] as const;
export type GiftKind = (typeof giftKinds)[number];

/** What is never given, whatever it is worth: money and what is as good as money. */
export const forbiddenGiftForms = [
  "cash",
  "voucher",
  "card",
  "virtual_currency",
  "securities",
] as const;
export type ForbiddenGiftForm = (typeof forbiddenGiftForms)[number];
