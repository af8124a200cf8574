import type { PlaybookStep } from "./playbook-step.ts";

/** 初步合作, the first three months: the customer sees within weeks that the choice was right. */
export const onboardingPlaybook: readonly PlaybookStep[] = [
  {
    key: "internal_briefing",
    title: {
      zh: "内部交底会：合同、承诺与风险",
      en: "Brief our own team: contract, promises, risks",
    },
    why: {
      zh: "销售阶段答应过的每一件事，交付和服务的同事必须在见客户之前就知道，否则第一个月就会失信。",
      en: "Delivery and service must know every promise made during the sale before they meet the customer; otherwise we break one in the first month.",
    },
    done: {
      zh: "合同要点、口头承诺、已知风险写成一页纸，客户团队每个人都看过并确认。",
      en: "Contract terms, spoken promises and known risks stand on one page that everyone on the account team has read and confirmed.",
    },
    ownerRole: "manager",
    after: null,
    offset: 1,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "service_clocks",
    title: {
      zh: "开通服务时限并告知客户：24 小时内答复、48 小时内解决",
      en: "Set up the service clocks and tell the customer: reply within 24 hours, solved within 48",
    },
    why: {
      zh: "客户最先体会到的不是产品，而是提问之后多久有人应。时限说在前面，双方才有同一把尺。",
      en: "What a new customer feels first is how soon somebody answers. A clock announced beforehand gives both sides the same yardstick.",
    },
    done: {
      zh: "服务入口、责任人和两个时限已书面发给客户对接人，并得到回复确认。",
      en: "The service contact, the person responsible and both time limits were sent to the customer's contacts in writing, and they confirmed.",
    },
    ownerRole: "service",
    after: null,
    offset: 3,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "kickoff",
    title: { zh: "双方启动会", en: "Kick-off meeting with both sides" },
    why: {
      zh: "让双方的人第一次坐到一起：谁管什么、头三个月做到什么程度算成功、有事找谁。",
      en: "The first time both teams sit together: who is responsible for what, what success after three months looks like, whom to call.",
    },
    done: {
      zh: "会议有双方负责人参加；会议纪要含目标、分工、首次交付日，两天内发出并经客户确认。",
      en: "Both sides' leads took part; minutes with goals, responsibilities and the first delivery day went out within two days and the customer confirmed them.",
    },
    ownerRole: "manager",
    after: null,
    offset: 5,
    repeat: null,
    contactKinds: ["meeting", "visit"],
  },
  {
    key: "weekly_sync",
    title: { zh: "首月每周沟通", en: "Weekly sync in the first month" },
    why: {
      zh: "首月的小问题一周之内说开就是小事，拖到月底就成了印象。",
      en: "In the first month a small problem talked over within the week stays small; left until month's end it becomes an impression.",
    },
    done: {
      zh: "与客户对接人双向沟通一次，记下进展、问题和下周计划。",
      en: "One two-way talk with the customer's contact, with progress, problems and next week's plan noted.",
    },
    ownerRole: "manager",
    after: null,
    offset: 5,
    repeat: { every: 5, times: 4 },
    contactKinds: ["call", "meeting", "visit"],
  },
  {
    key: "success_measures",
    title: { zh: "与客户商定成功标准", en: "Agree with the customer what success means" },
    why: {
      zh: "三个月后客户凭什么说值？现在就用客户自己的指标写下来，以后的价值报告才有起点。",
      en: "By what will the customer say it was worth it? Written down now in the customer's own measures, it is the starting point of every value report.",
    },
    done: {
      zh: "2–4 个可量化指标，写明现状值、目标值和取数口径，客户负责人确认。",
      en: "Two to four measures, each with present value, target and source, confirmed by the customer's lead.",
    },
    ownerRole: "manager",
    after: "kickoff",
    offset: 5,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "stakeholder_map",
    title: { zh: "绘制决策链与关系图", en: "Draw the decision chain and the relationship map" },
    why: {
      zh: "签约的人不等于使用的人，更不等于续约时拍板的人。趁启动会刚见过面，把人认全。",
      en: "Who signed is not who uses it, nor who decides on the renewal. Right after the kick-off is the best moment to know everybody.",
    },
    done: {
      zh: "最高决策者、技术、使用、把关各角色都有人或标为待查明；关键人各有对口同事。",
      en: "Every buying role has a person or a placeholder, and each key person has a counterpart on our side.",
    },
    ownerRole: "manager",
    after: "kickoff",
    offset: 5,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "sponsor_greeting",
    title: { zh: "高管赞助人致电客户最高决策者", en: "Executive sponsor calls the economic buyer" },
    why: {
      zh: "让客户的最高决策者知道，我们这边有一位能拍板的人记得这家客户。",
      en: "The customer's top decision maker learns that somebody on our side who can decide knows this account by name.",
    },
    done: {
      zh: "双向通话或会面一次，客户关注点已记录并分派。",
      en: "One two-way call or meeting; what the customer cares about is noted and assigned.",
    },
    ownerRole: "sponsor",
    after: "kickoff",
    offset: 10,
    repeat: null,
    contactKinds: ["call", "meeting", "visit", "executive_meeting"],
  },
  {
    key: "first_delivery",
    title: { zh: "首次交付提前 1–2 天完成", en: "Deliver the first time one or two days early" },
    why: {
      zh: "第一次交付定下客户对我们的预期。提前一两天，比以后任何解释都有用。",
      en: "The first delivery sets what the customer expects of us. A day or two early says more than any explanation later.",
    },
    done: {
      zh: "实际交付日早于承诺日 1–2 个工作日，客户签收且无未关闭的质量问题。",
      en: "Delivered one or two working days before the promised day, signed for by the customer, with no open quality issue.",
    },
    ownerRole: "delivery_expert",
    after: null,
    offset: 15,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "first_delivery_review",
    title: { zh: "首次交付回访", en: "Ask how the first delivery went" },
    why: {
      zh: "问使用的人，而不只问签收的人；第一批的小毛病往往只有他们看得见。",
      en: "Ask those who use it, not only those who signed for it: the small faults of a first delivery are seen by nobody else.",
    },
    done: {
      zh: "听取至少两位使用者的意见，问题逐条有负责人和完成日。",
      en: "At least two users were heard; every problem has a person and a day.",
    },
    ownerRole: "manager",
    after: "first_delivery",
    offset: 2,
    repeat: null,
    contactKinds: ["call", "visit", "meeting"],
  },
  {
    key: "clock_check",
    title: { zh: "首月时限达成核对", en: "Check the first month's service clocks" },
    why: {
      zh: "说到的 24 小时、48 小时做没做到，要先于客户自己算一遍。",
      en: "Whether 24 and 48 hours were kept should be reckoned by us before the customer does.",
    },
    done: {
      zh: "列出首月全部请求的答复与解决时长；超时的逐条说明原因和改进。",
      en: "Reply and solution times of every request of the month are listed; each late one has its cause and its remedy.",
    },
    ownerRole: "service",
    after: null,
    offset: 21,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "fortnightly_review",
    title: { zh: "第 2–3 月每两周复盘", en: "Fortnightly review in months two and three" },
    why: {
      zh: "从解决问题转到核对目标：成功标准走到哪里，下两周谁做什么。",
      en: "From solving problems to checking goals: where the success measures stand and who does what in the next two weeks.",
    },
    done: {
      zh: "与客户共同过一遍成功标准，纪要当天发出。",
      en: "Success measures were gone through together with the customer; minutes went out the same day.",
    },
    ownerRole: "manager",
    after: null,
    offset: 30,
    repeat: { every: 10, times: 4 },
    contactKinds: ["meeting", "visit", "call"],
  },
  {
    key: "backup_introduced",
    title: { zh: "把备份经理介绍给客户", en: "Introduce the backup manager to the customer" },
    why: {
      zh: "只认识一个人的客户，会跟着这个人走，也会因这个人请假而停摆。",
      en: "A customer who knows one of us only leaves with that person, and stands still when that person is away.",
    },
    done: {
      zh: "备份经理单独完成过一次与客户的沟通。",
      en: "The backup manager has had one talk with the customer alone.",
    },
    ownerRole: "backup",
    after: null,
    offset: 35,
    repeat: null,
    contactKinds: ["call", "visit", "meeting"],
  },
  {
    key: "first_value_note",
    title: { zh: "第一份价值简报", en: "First value note" },
    why: {
      zh: "头两个月就让客户的负责人手里有一页可以向上汇报的数字。",
      en: "Within two months the customer's lead holds one page of figures fit to show upwards.",
    },
    done: {
      zh: "一页纸：成功标准的前后对比、数据来源、客户确认的数字；已当面讲过。",
      en: "One page with each success measure before and after, its source, the figures confirmed by the customer, presented in person.",
    },
    ownerRole: "manager",
    after: "success_measures",
    offset: 30,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "stage_review",
    title: {
      zh: "初步合作期总结，决定是否转入稳定合作",
      en: "Close onboarding and decide on the stable stage",
    },
    why: {
      zh: "三个月到了不等于站稳了：目标达成、关系覆盖、服务时限三样都看过再转段。",
      en: "Three months passed is not the same as firmly settled: look at goals, coverage and clocks before moving on.",
    },
    done: {
      zh: "与主管过完总结；客户对头三个月给出评价；下一阶段目标写好。",
      en: "Gone through with the director, judged by the customer, goals of the next stage written.",
    },
    ownerRole: "director",
    after: null,
    offset: 62,
    repeat: null,
    contactKinds: [],
  },
];
