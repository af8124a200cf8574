/** What the product tells somebody of its own accord (capabilities L10); each may be switched off, except what waits for one's decision. */
export const notificationKinds = [
  "signal_raised",
  "signal_assigned",
  "task_assigned",
  "task_due",
  "obligation_due",
  "obligation_overdue",
  "handover_started",
  "handover_overdue",
  "approval_asked",
  "approval_decided",
  "approval_reminder",
  "requirement_change_confirmed",
  "feedback_loop_opened",
  "feedback_loop_overdue",
  "feedback_loop_drop_asked",
  "day_ahead",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];
