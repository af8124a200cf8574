/** 级别, by yearly revenue: 战略级, 重点级, 基础级, none (product.md). */
export const grades = ["strategic", "key", "base", "none"] as const;
export type Grade = (typeof grades)[number];
