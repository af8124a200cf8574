/** A membership of the key-account programme (大客户计划) from nomination to exit; refused ones are kept. */
export const membershipStatuses = [
  "nominated",
  "active",
  "refused",
  "withdrawn",
  "exited",
] as const;
export type MembershipStatus = (typeof membershipStatuses)[number];
