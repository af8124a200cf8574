export const voiceZh = {
  title: "满意度",
  tabs: "满意度的各个部分",
  tab: {
    overview: "概览",
    surveys: "问卷",
    results: "结果",
    accounts: "客户",
    loops: "闭环",
    verbatims: "原话",
    inspections: "抽查",
  },
} as const;
