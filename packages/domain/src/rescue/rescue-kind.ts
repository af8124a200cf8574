/** 挽回 What may be offered to keep a customer: 升级, 锁价, 增值服务, 高管拜访, 折扣 (capabilities L7). */
export const rescueOfferKinds = [
  "upgrade",
  "price_lock",
  "extra_service",
  "executive_visit",
  "discount",
] as const;
export type RescueOfferKind = (typeof rescueOfferKinds)[number];

/**
 * `waiting` for an approval, which ends `ready` or `refused`; `made` to the customer on a day, who `accepted` or `declined`;
 * `withdrawn` by us.
 */
export const rescueOfferStatuses = [
  "waiting",
  "refused",
  "ready",
  "made",
  "accepted",
  "declined",
  "withdrawn",
] as const;
export type RescueOfferStatus = (typeof rescueOfferStatuses)[number];

export const rescueStatuses = ["running", "saved", "partly", "lost"] as const;
export type RescueStatus = (typeof rescueStatuses)[number];

/** How a rescue ended. */
export const rescueOutcomes = ["saved", "partly", "lost"] as const;
export type RescueOutcome = (typeof rescueOutcomes)[number];
