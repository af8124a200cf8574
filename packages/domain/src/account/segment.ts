/** 分层, value × potential: 核心价值, 高潜力, 维持型, 待优化 (formulas.md § 4). */
export const segments = ["core", "high_potential", "maintain", "develop"] as const;
export type Segment = (typeof segments)[number];
