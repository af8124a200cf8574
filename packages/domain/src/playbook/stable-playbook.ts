import type { PlaybookStep } from "./playbook-step.ts";

/** 稳定合作, months 3–12: what was promised becomes routine, and its value is shown every quarter. */
export const stablePlaybook: readonly PlaybookStep[] = [
  {
    key: "green_channel",
    title: {
      zh: "开通绿色通道（1 小时响应）",
      en: "Open the green channel (reply within one hour)",
    },
    why: {
      zh: "客户把重要业务交过来之后，最怕急事没人应。绿色通道是稳定合作的第一个兑现。",
      en: "Once important business rests on us, the customer's worst fear is an emergency nobody answers. The green channel is the first thing the stable stage delivers.",
    },
    done: {
      zh: "专线、值守名单和升级路径已告知客户，并实测演练一次，1 小时内有人响应。",
      en: "Number, duty roster and escalation path are known to the customer; one drill was answered within the hour.",
    },
    ownerRole: "service",
    after: null,
    offset: 5,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "year_plan",
    title: { zh: "制定年度合作计划", en: "Write the plan of the year together" },
    why: {
      zh: "把一单一单的往来变成一年的共同安排，排产、预算、人手双方都有数。",
      en: "Order by order becomes a year arranged together: both sides know production, budget and people.",
    },
    done: {
      zh: "计划含目标收入、重点项目、里程碑和双方负责人，客户书面认可。",
      en: "Target revenue, key projects, milestones and leads of both sides, accepted by the customer in writing.",
    },
    ownerRole: "manager",
    after: null,
    offset: 15,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "widen_contacts",
    title: { zh: "把联系扩展到三个以上部门", en: "Widen contact to at least three departments" },
    why: {
      zh: "单线联系是这一阶段最常见的隐患：对接人一走，关系归零。",
      en: "A single thread is the commonest danger of this stage: the contact leaves and the relationship is back at nothing.",
    },
    done: {
      zh: "采购、使用、技术等至少三个部门各有一位近 90 天双向联系过的人。",
      en: "At least three departments each have one person in two-way contact within the last 90 days.",
    },
    ownerRole: "manager",
    after: null,
    offset: 30,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "needs_interview",
    title: { zh: "升级需求访谈", en: "Interviews on what to improve" },
    why: {
      zh: "专属升级不是我们想出来的，是使用的人说出来的。",
      en: "A tailored upgrade is not thought up by us; those who use the service tell it.",
    },
    done: {
      zh: "访谈使用者和管理者各至少两位，需求按影响排序并经客户确认。",
      en: "At least two users and two managers were interviewed; needs are ranked by effect and confirmed.",
    },
    ownerRole: "manager",
    after: null,
    offset: 25,
    repeat: null,
    contactKinds: ["visit", "meeting", "call"],
  },
  {
    key: "tailored_upgrade",
    title: { zh: "专属升级方案", en: "Tailored upgrade" },
    why: {
      zh: "让客户用得比合同更顺手，是续约最便宜的理由。",
      en: "Making it fit better than the contract demands is the cheapest reason to renew.",
    },
    done: {
      zh: "至少一项针对该客户的改进已上线，效果有前后数据。",
      en: "At least one improvement made for this customer is live, with figures before and after.",
    },
    ownerRole: "delivery_expert",
    after: "needs_interview",
    offset: 25,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "value_report",
    title: { zh: "季度价值报告", en: "Quarterly value report" },
    why: {
      zh: "没有被确认过的价值，续约谈判时就不存在。",
      en: "Value nobody has confirmed does not exist when the renewal is negotiated.",
    },
    done: {
      zh: "报告含指标前后对比与来源，客户负责人确认数字并签收。",
      en: "Measures before and after with their sources; the customer's lead confirmed the figures and signed.",
    },
    ownerRole: "manager",
    after: null,
    offset: 60,
    repeat: { every: 62, times: 3 },
    contactKinds: [],
  },
  {
    key: "quarter_review",
    title: { zh: "季度复盘会", en: "Quarterly review meeting" },
    why: {
      zh: "报告要当面讲：哪里好、哪里没做到、下季度先做哪三件。",
      en: "A report needs telling in person: what went well, what did not, which three things come first next quarter.",
    },
    done: {
      zh: "双方负责人到会，三项行动有负责人和完成日。",
      en: "Leads of both sides took part; three actions have a person and a day.",
    },
    ownerRole: "manager",
    after: null,
    offset: 65,
    repeat: { every: 62, times: 3 },
    contactKinds: ["meeting", "visit", "executive_meeting"],
  },
  {
    key: "payment_review",
    title: { zh: "对账与回款顺畅度检查", en: "Check invoices and payment flow" },
    why: {
      zh: "付款变慢往往是不满的第一个信号，先排除是不是我们的单据难走。",
      en: "Slower payment is often the first sign of discontent; first make sure that our own papers are not the obstacle.",
    },
    done: {
      zh: "近三个月发票逐笔核对，退单原因已消除，客户财务有固定对接人。",
      en: "Invoices of three months were gone through, causes of returned ones removed, and the customer's finance has one fixed contact.",
    },
    ownerRole: "backup",
    after: null,
    offset: 45,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "sponsor_visit",
    title: { zh: "高管赞助人登门", en: "Visit of the executive sponsor" },
    why: {
      zh: "平稳的时候来访，才叫重视；出事再来，只叫补救。",
      en: "A visit in calm times shows regard; a visit after trouble is only repair.",
    },
    done: {
      zh: "与客户决策层面谈一次，客户提出的事项都有答复。",
      en: "One meeting with the customer's decision makers; everything they raised was answered.",
    },
    ownerRole: "sponsor",
    after: null,
    offset: 90,
    repeat: null,
    contactKinds: ["visit", "executive_meeting", "meeting"],
  },
  {
    key: "satisfaction_check",
    title: { zh: "半年满意度回访", en: "Half-yearly satisfaction talk" },
    why: {
      zh: "订单没少不等于满意，沉默的不满最难挽回。",
      en: "Steady orders are no proof of content customers; silent discontent is the hardest to win back.",
    },
    done: {
      zh: "决策、使用、采购三类人各有评价；低分当周回访并有改进。",
      en: "Deciders, users and buyers each gave a judgement; low ones were called within the week and answered with a remedy.",
    },
    ownerRole: "service",
    after: null,
    offset: 120,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "competitor_scan",
    title: { zh: "竞争态势梳理", en: "Look at the competition" },
    why: {
      zh: "这一阶段丢客户，多半丢在没人注意的那一份报价上。",
      en: "Customers lost in this stage are mostly lost to the one offer nobody noticed.",
    },
    done: {
      zh: "客户钱包份额、在位对手、合同到期日有依据地写清，消息来源合法。",
      en: "Share of wallet, incumbents and ends of contracts are written down with lawful sources.",
    },
    ownerRole: "manager",
    after: null,
    offset: 100,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "renewal_prep",
    title: { zh: "续约准备", en: "Prepare the renewal" },
    why: {
      zh: "续约在到期前半年就已经决定了，只是还没人说出来。",
      en: "A renewal is decided half a year before the end; it only has not been said yet.",
    },
    done: {
      zh: "价值汇总、条款方案、内部授权齐备，已与客户预沟通。",
      en: "Value summary, terms and our own mandate are ready, and the customer has been sounded out.",
    },
    ownerRole: "manager",
    after: null,
    offset: 150,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "stage_review",
    title: {
      zh: "稳定合作期总结，决定是否转入深度绑定",
      en: "Review the stable stage and decide on the deep one",
    },
    why: {
      zh: "深度绑定要投入，先看这家客户的增长、覆盖和健康度撑不撑得起。",
      en: "The deep stage costs effort: first see whether growth, coverage and health of this account carry it.",
    },
    done: {
      zh: "主管评审通过或写明暂缓的原因。",
      en: "Agreed with the director, or the reason for waiting is written down.",
    },
    ownerRole: "director",
    after: null,
    offset: 185,
    repeat: null,
    contactKinds: [],
  },
];
