import type { PlaybookStep } from "./playbook-step.ts";

/** 价值共生, from the third year on: two companies that create, invest and speak in public together. */
export const symbiosisPlaybook: readonly PlaybookStep[] = [
  {
    key: "joint_board",
    title: { zh: "联合管理委员会季度例会", en: "Quarterly meeting of the joint board" },
    why: {
      zh: "共生关系要有共同的决策场所，分歧在会上解决，不在市场上解决。",
      en: "Shared value needs a shared place to decide: differences are settled in the meeting, not in the market.",
    },
    done: {
      zh: "双方委员到会，议题、决议、责任人形成纪要。",
      en: "Members of both sides took part; subjects, decisions and people stand in the minutes.",
    },
    ownerRole: "director",
    after: null,
    offset: 20,
    repeat: { every: 62, times: 8 },
    contactKinds: ["executive_meeting", "meeting"],
  },
  {
    key: "strategy_meeting",
    title: { zh: "年度战略对话", en: "Yearly dialogue on strategy" },
    why: {
      zh: "一年一次，双方一把手把未来三年摊开来谈。",
      en: "Once a year the heads of both companies lay the next three years on the table.",
    },
    done: {
      zh: "最高决策者与我方高管一对一会晤，共同目标更新并签认。",
      en: "The economic buyer and our executive met one to one; shared goals were renewed and signed.",
    },
    ownerRole: "sponsor",
    after: null,
    offset: 40,
    repeat: { every: 250, times: 2 },
    contactKinds: ["executive_meeting"],
  },
  {
    key: "forum",
    title: { zh: "联合主办行业论坛", en: "Host an industry forum together" },
    why: {
      zh: "一起站在行业面前说话，是合作关系最有分量的证明。",
      en: "Speaking to the industry side by side is the weightiest proof of a partnership.",
    },
    done: {
      zh: "论坛由双方联合署名，议程、名单、费用分担书面确认，会后一周发出总结。",
      en: "Held in both names; agenda, guests and shared cost agreed in writing, a summary sent within a week.",
    },
    ownerRole: "director",
    after: null,
    offset: 90,
    repeat: null,
    contactKinds: ["event"],
  },
  {
    key: "white_paper",
    title: { zh: "联合发布白皮书", en: "Publish a white paper together" },
    why: {
      zh: "把共同做成的事写成行业可用的方法，双方都成为标准的一部分。",
      en: "What we achieved together, written as a method for the industry, makes both part of its standard.",
    },
    done: {
      zh: "数据与署名经双方法务确认，公开发布。",
      en: "Data and names cleared by both legal departments; published.",
    },
    ownerRole: "delivery_expert",
    after: "forum",
    offset: 60,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "investment_case",
    title: { zh: "共同投资论证", en: "Examine a shared investment" },
    why: {
      zh: "产线、实验室、仓储，共同投一项，双方的账就连在了一起。",
      en: "A line, a laboratory, a warehouse: one investment shared ties both sets of books together.",
    },
    done: {
      zh: "投资测算、风险分担、退出条件形成方案，双方财务审过。",
      en: "Figures, sharing of risk and terms of exit are one proposal, examined by finance of both sides.",
    },
    ownerRole: "director",
    after: null,
    offset: 80,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "shared_investment",
    title: { zh: "共同投资落地", en: "Carry out the shared investment" },
    why: {
      zh: "方案停在纸上，共生就停在嘴上。",
      en: "A proposal left on paper leaves the partnership in words.",
    },
    done: {
      zh: "协议签署，首笔投入到位，项目负责人双方各一名。",
      en: "Agreement signed, first funds paid in, one project lead from each side.",
    },
    ownerRole: "sponsor",
    after: "investment_case",
    offset: 60,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "revenue_share",
    title: { zh: "收益共享机制", en: "Share the revenue" },
    why: {
      zh: "共同创造的收益按约定分，账目公开，合作才能越做越大。",
      en: "What is earned together is shared by rule and with open books; only so does it grow.",
    },
    done: {
      zh: "公司对公司签署分成协议，口径、核算期、审计权写明；不涉及任何个人。",
      en: "Signed company to company, with basis, period and right of audit; no individual is paid.",
    },
    ownerRole: "director",
    after: "shared_investment",
    offset: 40,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "share_settlement",
    title: { zh: "收益结算与复核", en: "Settle and check the shared revenue" },
    why: {
      zh: "分成算不清，是共生关系破裂最常见的原因。",
      en: "Shares that nobody can recompute are the commonest reason why such partnerships break.",
    },
    done: {
      zh: "双方财务对账一致，差异有说明，结算款按期支付。",
      en: "Books of both sides agree, differences are explained, and the share was paid on time.",
    },
    ownerRole: "backup",
    after: "revenue_share",
    offset: 62,
    repeat: { every: 62, times: 4 },
    contactKinds: [],
  },
  {
    key: "case_publicity",
    title: { zh: "标杆案例传播", en: "Make the case known" },
    why: {
      zh: "让更多人看见客户的成就，客户的行业地位也因合作而提高。",
      en: "When more people see the customer's achievement, its standing in the industry rises with ours.",
    },
    done: {
      zh: "至少两家行业媒体或一次公开演讲，内容和用途经客户书面同意。",
      en: "At least two trade media or one public talk, with content and use agreed by the customer in writing.",
    },
    ownerRole: "manager",
    after: null,
    offset: 130,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "people_exchange",
    title: { zh: "人才互派", en: "Exchange of people" },
    why: {
      zh: "在对方那里工作过的人，最懂两边怎么配合。",
      en: "Whoever has worked at the other's place knows best how both fit together.",
    },
    done: {
      zh: "双方各至少一人在对方轮岗一个月以上，带回改进建议。",
      en: "At least one person of each side worked a month or more with the other and brought back proposals.",
    },
    ownerRole: "manager",
    after: null,
    offset: 150,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "dependency_check",
    title: { zh: "相互依赖风险评估", en: "Examine how much we depend on each other" },
    why: {
      zh: "绑得深也要看得清：任何一方出事，另一方撑得住吗？",
      en: "Deep ties need clear eyes: would one side bear the failure of the other?",
    },
    done: {
      zh: "收入集中度、供应替代、数据与合同退出路径逐项评估，缓解措施有负责人。",
      en: "Share of revenue, substitutes and exits from data and contracts examined one by one; each remedy has a person.",
    },
    ownerRole: "director",
    after: null,
    offset: 125,
    repeat: { every: 250, times: 2 },
    contactKinds: [],
  },
  {
    key: "compact_renewal",
    title: { zh: "战略合作协议续签", en: "Renew the strategic agreement" },
    why: {
      zh: "共生不是一签了之，每两年重新选择一次彼此。",
      en: "Symbiosis is not signed once for all: every two years both choose each other again.",
    },
    done: {
      zh: "合作成果回顾完成，新一期目标与条款由双方最高层签署。",
      en: "Results reviewed; goals and terms of the next period signed by the heads of both.",
    },
    ownerRole: "sponsor",
    after: null,
    offset: 460,
    repeat: null,
    contactKinds: [],
  },
];
