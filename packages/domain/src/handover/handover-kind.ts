/** Whose person changed: one of our seats on the account, or their contact (capabilities L5). */
export const handoverSides = ["ours", "theirs"] as const;
export type HandoverSide = (typeof handoverSides)[number];

export const handoverSeats = ["manager", "backup", "sponsor"] as const;
export type HandoverSeat = (typeof handoverSeats)[number];

/** `accepted`: the successor has taken the pack; `done`: the new contact has been visited as well. */
export const handoverStatuses = ["open", "accepted", "done", "dropped"] as const;
export type HandoverStatus = (typeof handoverStatuses)[number];

/** Why a handover began: the contact's job ended (by its reason of leaving), one of our seats changed hands, or somebody asked. */
export const handoverCauses = [
  "left_company",
  "moved_account",
  "moved_inside",
  "retired",
  "seat_changed",
  "user_deactivated",
  "by_hand",
] as const;
export type HandoverCause = (typeof handoverCauses)[number];
