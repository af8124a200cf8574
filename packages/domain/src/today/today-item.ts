/** What stands on 今日: 预警, 交接, 审批, 服务义务, 任务, 纪念日 (capabilities L8). */
export const todayItemKinds = [
  "signal",
  "handover",
  "approval",
  "obligation",
  "task",
  "day",
] as const;
export type TodayItemKind = (typeof todayItemKinds)[number];

/** How soon something needs somebody: 现在, 已逾期, 本周内, 可稍后. */
export const todayUrgencies = ["now", "overdue", "soon", "later"] as const;
export type TodayUrgency = (typeof todayUrgencies)[number];

/** Whose list: what waits for the reader, or everything in the reader's sight. */
export const todayScopes = ["mine", "all"] as const;
export type TodayScope = (typeof todayScopes)[number];
