export const lifecycleZh = {
  title: "合作阶段与标准动作",
  stage: {
    onboarding: "初步合作",
    stable: "稳定合作",
    deep: "深度绑定",
    symbiosis: "价值共生",
    none: "未进入阶段",
  },
} as const;
