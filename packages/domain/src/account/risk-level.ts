/** How loud an account's order rhythm speaks: unknown where history is too short, else fine, watch, act, lost. */
export const riskLevels = ["unknown", "fine", "watch", "act", "lost"] as const;
export type RiskLevel = (typeof riskLevels)[number];
