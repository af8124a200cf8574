/** 需求变更的状态: drafted, sent to the customer, confirmed in writing by both sides, declined by them, withdrawn by us. */
export const changeStatuses = ["draft", "sent", "confirmed", "declined", "withdrawn"] as const;
export type ChangeStatus = (typeof changeStatuses)[number];

export const confirmationSides = ["ours", "theirs"] as const;
export type ConfirmationSide = (typeof confirmationSides)[number];

/** How a side confirmed; `portal` is kept for the customer's own sign-in and not offered yet. */
export const confirmationMethods = ["signed_in", "uploaded_paper", "portal"] as const;
export type ConfirmationMethod = (typeof confirmationMethods)[number];
