import type { ObligationKind } from "@mainstay/domain/obligation/obligation-kind";

/** Short names of what is owed, for a line of a calendar. */
export const obligationWordZh: Readonly<Record<ObligationKind, string>> = {
  visit: "例行拜访",
  review: "季度复盘",
  executive_meeting: "高管会晤",
  value_report: "价值报告",
  case_contact: "服务沟通",
};
export const obligationWordEn: Readonly<Record<ObligationKind, string>> = {
  visit: "Visit",
  review: "Review",
  executive_meeting: "Executive meeting",
  value_report: "Value report",
  case_contact: "Service contact",
};
