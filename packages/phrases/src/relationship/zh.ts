export const relationshipZh = {
  tabs: {
    label: "客户的各页",
    overview: "概览",
    map: "关系图",
    chain: "决策链",
    support: "支持面趋势",
    brief: "拜访简报",
  },
} as const;
