import type { UserRole } from "../user/user-role.ts";

/** What stands on 今日: 预警, 申告, 交接, 承诺, 回访抽查, 审批, 服务义务, 任务, 纪念日 (capabilities L8, S7). */
export const todayItemKinds = [
  "signal",
  "case",
  "handover",
  "promise",
  "inspection",
  "approval",
  "obligation",
  "task",
  "day",
] as const;
export type TodayItemKind = (typeof todayItemKinds)[number];

/** How soon something needs somebody: 现在, 已逾期, 本周内, 可稍后. */
export const todayUrgencies = ["now", "overdue", "soon", "later"] as const;
export type TodayUrgency = (typeof todayUrgencies)[number];

/** Whose list a role opens Today with: those who act see their own, those who oversee the whole. */
export const opensWithAll = (role: UserRole): boolean =>
  role === "director" || role === "analyst" || role === "compliance" || role === "admin";
