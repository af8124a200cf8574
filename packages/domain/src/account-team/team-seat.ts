/** What one of us does on an account besides its manager, backup and sponsor (those stand on the account itself). */
export const memberSeats = [
  "technical_expert",
  "delivery",
  "service",
  "finance",
  "legal",
  "product",
  "executive",
  "other",
] as const;
export type MemberSeat = (typeof memberSeats)[number];

/** The seats that stand on the account itself. */
export const mainSeats = ["manager", "backup", "sponsor"] as const;
export type MainSeat = (typeof mainSeats)[number];
