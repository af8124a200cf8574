/** 服务义务, what a service policy may owe an account in a period: 拜访, 季度复盘, 高管会晤, 价值报告, 案例沟通 (capabilities L3). */
export const obligationKinds = [
  "visit",
  "review",
  "executive_meeting",
  "value_report",
  "case_contact",
] as const;
export type ObligationKind = (typeof obligationKinds)[number];

/**
 * Overdue is an open one whose due day has passed: it stays open, and may still be done late, until the next one of its kind
 * is done or as long again as its period has gone by; then it is `missed`.
 */
export const obligationStatuses = ["open", "fulfilled", "missed", "dropped"] as const;
export type ObligationStatus = (typeof obligationStatuses)[number];

/** Why the product itself took an obligation back; a person gives a reason in words instead. */
export const obligationDropCodes = [
  "policy.not_owed",
  "policy.cadence_changed",
  "policy.new_version",
] as const;
export type ObligationDropCode = (typeof obligationDropCodes)[number];
