/** 服务义务, what a service policy may owe an account in a period: 拜访, 季度复盘, 高管会晤, 价值报告, 案例沟通 (capabilities L3). */
export const obligationKinds = [
  "visit",
  "review",
  "executive_meeting",
  "value_report",
  "case_contact",
] as const;
export type ObligationKind = (typeof obligationKinds)[number];

/** `missed`: the period ended and the next one began. Overdue is an open one whose due day has passed. */
export const obligationStatuses = ["open", "fulfilled", "missed", "dropped"] as const;
export type ObligationStatus = (typeof obligationStatuses)[number];
