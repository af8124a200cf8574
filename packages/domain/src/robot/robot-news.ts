import type { NotificationKind } from "../notification/notification-kind.ts";

/** Kinds of notification a group robot may pass on: what concerns a team, not one person's own day. */
export const robotNewsKinds = [
  "signal_raised",
  "signal_assigned",
  "task_assigned",
  "obligation_due",
  "obligation_overdue",
  "handover_started",
  "handover_overdue",
  "approval_asked",
  "requirement_change_confirmed",
] as const satisfies readonly NotificationKind[];
export type RobotNewsKind = (typeof robotNewsKinds)[number];
