/** 服务成本: what an account costs beside its goods (formulas K12). */
export const costKinds = ["hours", "part", "travel", "expedite", "compensation", "other"] as const;
export type CostKind = (typeof costKinds)[number];
