/** Why a judgement is struck. A closed set: free words would keep in the audit what was to be deleted. */
export const strikeReasons = ["mistaken", "wrong_person", "duplicate", "not_lawful"] as const;
export type StrikeReason = (typeof strikeReasons)[number];
