/** How an account came into a stage: by a person's act, by accepting what the criteria propose, or with its new standing. */
export const stageEntryWays = ["manual", "proposal", "became_core", "programme_entry"] as const;
export type StageEntryWay = (typeof stageEntryWays)[number];
