/** 采购角色 What a person does in a purchase; per project, with a default for the account (capabilities R4). */
export const buyingRoles = ["economic_buyer", "technical", "user", "coach", "gatekeeper"] as const;
export type BuyingRole = (typeof buyingRoles)[number];

/** The three tests of a coach 教练: each needs its evidence before anybody may be called one. Coach is a public, unpaid role. */
export const coachTests = ["credible", "wants_us_to_win", "acts_for_us"] as const;
export type CoachTest = (typeof coachTests)[number];
