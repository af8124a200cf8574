/** 健康度: green above 75, amber 50–75, red below 50 or by veto; 资料不足 when known weight is under 60 % (formulas § 7). */
export const healthBands = ["green", "amber", "red", "insufficient"] as const;
export type HealthBand = (typeof healthBands)[number];
