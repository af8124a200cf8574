/** 需求登记、漏斗与匹配。 */
export const needZh = {
  level: { business: "业务需求", organisation: "组织需求", personal: "个人需求" },
  visibility: { explicit: "显性", hidden: "隐性" },
  state: {
    signal: "线索",
    hypothesis: "假设",
    validated: "已验证",
    solved: "已解决",
    valued: "已体现价值",
    declined: "已坦诚谢绝",
  },
  source: {
    interview: "访谈",
    financial_report: "财务报告",
    industry_report: "行业报告",
    complaint: "投诉",
    survey: "满意度调查",
    visit: "拜访",
    other: "其他",
  },
  verdict: { pursue: "值得做", weigh: "斟酌", decline: "坦诚谢绝" },
} as const;
