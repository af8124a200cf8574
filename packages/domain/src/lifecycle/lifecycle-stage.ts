/** 生命周期: 导入期, 稳定期, 深化期, 共生期 (capabilities L1). An account outside the programme of care has none. */
export const lifecycleStages = ["onboarding", "stable", "deep", "symbiosis"] as const;
export type LifecycleStage = (typeof lifecycleStages)[number];
