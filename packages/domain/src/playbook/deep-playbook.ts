import type { PlaybookStep } from "./playbook-step.ts";

/** 深度绑定, years one to three: more of the customer's business, built together. */
export const deepPlaybook: readonly PlaybookStep[] = [
  {
    key: "white_space",
    title: { zh: "交叉销售机会盘点", en: "Find where else we can serve" },
    why: {
      zh: "老客户的下一个品类，成本只有新客户的几分之一；先看清哪些业务还没用我们。",
      en: "The next category with an old customer costs a fraction of winning a new one; first see what part of the business we do not serve.",
    },
    done: {
      zh: "按业务单元 × 品类列出空白，每格标明潜力、在位者和切入人。",
      en: "A grid of business units by categories, each gap with its potential, its incumbent and the person to begin with.",
    },
    ownerRole: "manager",
    after: null,
    offset: 20,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "joint_plan",
    title: { zh: "三年联合规划", en: "Plan three years together" },
    why: {
      zh: "深度绑定看的是客户的战略，不是我们的指标。",
      en: "Deep ties follow the customer's strategy, not our targets.",
    },
    done: {
      zh: "客户战略重点、我们的贡献、双方投入写成一份文件，双方高管签认。",
      en: "The customer's priorities, our part and what each side puts in are one document signed by executives of both.",
    },
    ownerRole: "director",
    after: null,
    offset: 40,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "executive_meeting",
    title: { zh: "半年度高管会晤", en: "Half-yearly executive meeting" },
    why: {
      zh: "经理谈执行，高管谈方向；方向半年对一次，执行才不会白做。",
      en: "Managers talk about doing, executives about direction; direction compared twice a year keeps the doing from being wasted.",
    },
    done: {
      zh: "双方高管一对一会晤，议定事项有纪要、负责人、完成日。",
      en: "One executive of each side met; what was agreed has minutes, people and days.",
    },
    ownerRole: "sponsor",
    after: null,
    offset: 60,
    repeat: { every: 125, times: 4 },
    contactKinds: ["executive_meeting"],
  },
  {
    key: "cross_sell_pilot",
    title: { zh: "交叉销售试点", en: "Pilot in a second category" },
    why: {
      zh: "选最有把握的一格先做成，比同时推三格更能打开局面。",
      en: "One gap filled with certainty opens more doors than three pushed at once.",
    },
    done: {
      zh: "一个新品类或新单元下达首单，使用方给出评价。",
      en: "A new category or unit placed its first order, and its users have judged it.",
    },
    ownerRole: "manager",
    after: "white_space",
    offset: 40,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "supply_assurance",
    title: { zh: "供应保障方案", en: "Plan that secures supply" },
    why: {
      zh: "客户越依赖我们，越要先替客户想好我们出问题时怎么办。",
      en: "The more a customer depends on us, the earlier we must have thought through what happens when we fail.",
    },
    done: {
      zh: "安全库存、备选产线、应急联系人书面约定，每年演练一次。",
      en: "Safety stock, second line and emergency contacts are agreed in writing and drilled once a year.",
    },
    ownerRole: "delivery_expert",
    after: null,
    offset: 60,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "joint_innovation",
    title: { zh: "联合创新立项", en: "Start a joint innovation project" },
    why: {
      zh: "一起做出来的东西，对手无法用价格换走。",
      en: "What two companies made together cannot be bought away with a lower price.",
    },
    done: {
      zh: "课题、目标、双方团队、知识产权归属签字立项。",
      en: "Subject, goal, both teams and ownership of the results are signed.",
    },
    ownerRole: "delivery_expert",
    after: "joint_plan",
    offset: 30,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "innovation_review",
    title: { zh: "联合创新阶段评审", en: "Review of the joint project" },
    why: {
      zh: "创新最怕悄悄停下，按期评审，该加码加码，该收手收手。",
      en: "Joint projects die by quietly stopping; reviewed on time, they are strengthened or ended on purpose.",
    },
    done: {
      zh: "双方评审会召开，成果、偏差、去留有结论。",
      en: "Reviewed by both sides: results, deviations, and whether to go on.",
    },
    ownerRole: "director",
    after: "joint_innovation",
    offset: 60,
    repeat: { every: 60, times: 2 },
    contactKinds: ["meeting", "visit"],
  },
  {
    key: "systems_linked",
    title: { zh: "业务系统对接", en: "Connect our systems" },
    why: {
      zh: "订单、库存、质检数据直连，双方都省人，也让换供应商变得麻烦。",
      en: "Orders, stock and quality data flow directly: both sides save work, and changing supplier becomes a burden.",
    },
    done: {
      zh: "至少一条数据链路上线，数据权限和保密约定签署。",
      en: "At least one data link is live; access and confidentiality are agreed.",
    },
    ownerRole: "delivery_expert",
    after: null,
    offset: 90,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "team_training",
    title: { zh: "为客户团队办一次专题培训", en: "Train the customer's team once" },
    why: {
      zh: "把我们的本事教给客户的人，是给组织的权益，也让使用的人站到我们这边。",
      en: "Teaching the customer's people what we know is a benefit to the organisation, and it wins those who use our work.",
    },
    done: {
      zh: "培训面向客户组织，签到与反馈齐全，费用按权益规定入账。",
      en: "Given to the organisation, with attendance and feedback, its cost booked by the rules for benefits.",
    },
    ownerRole: "service",
    after: null,
    offset: 110,
    repeat: null,
    contactKinds: ["event", "meeting", "visit"],
  },
  {
    key: "succession_map",
    title: { zh: "关键人接班准备", en: "Be ready for successors" },
    why: {
      zh: "两三年里客户的关键人必有变动，下一任是谁要提前认识。",
      en: "Within two or three years some key person changes; know the next one before.",
    },
    done: {
      zh: "每位关键人标出可能的继任者，至少一半已有联系。",
      en: "Each key person has a likely successor named, and at least half of those are in contact with us.",
    },
    ownerRole: "manager",
    after: null,
    offset: 70,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "reference_case",
    title: { zh: "合作案例", en: "Write the case of our cooperation" },
    why: {
      zh: "案例先是对客户的致敬，其次才是我们的材料：让客户的负责人有面子地讲成绩。",
      en: "A case honours the customer first and serves us second: its lead can tell of an achievement with pride.",
    },
    done: {
      zh: "案例含客户确认的数字，对外使用范围经客户书面同意。",
      en: "Figures confirmed by the customer, and the extent of outside use agreed in writing.",
    },
    ownerRole: "manager",
    after: null,
    offset: 130,
    repeat: null,
    contactKinds: [],
  },
  {
    key: "cost_to_serve",
    title: { zh: "客户盈利复核", en: "Check what the account earns after its cost" },
    why: {
      zh: "绑得越深，服务成本越容易悄悄吃掉毛利。",
      en: "The deeper the ties, the more easily the cost of serving eats the margin unnoticed.",
    },
    done: {
      zh: "收入、毛利、服务成本按年核对，低于底线的条款列入下次谈判。",
      en: "Revenue, margin and cost to serve of the year compared; terms below the floor are on the next negotiation's list.",
    },
    ownerRole: "director",
    after: null,
    offset: 200,
    repeat: { every: 250, times: 2 },
    contactKinds: [],
  },
  {
    key: "stage_review",
    title: {
      zh: "深度绑定期总结，决定是否转入价值共生",
      en: "Review the deep stage and decide on symbiosis",
    },
    why: {
      zh: "共生意味着共担，先确认双方都准备好。",
      en: "Symbiosis means sharing risks; first be sure that both sides are ready.",
    },
    done: {
      zh: "双方高管各自表态，主管写明结论。",
      en: "Executives of both sides have said where they stand, and the director has written the conclusion.",
    },
    ownerRole: "director",
    after: null,
    offset: 480,
    repeat: null,
    contactKinds: [],
  },
];
