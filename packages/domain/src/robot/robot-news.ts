import type { NotificationKind } from "../notification/notification-kind.ts";

/** Kinds of notification a group robot may pass on: what concerns a team, not what was given to one person. */
export const robotNewsKinds = [
  "signal_raised",
  "obligation_due",
  "obligation_overdue",
  "handover_started",
  "handover_overdue",
  "approval_asked",
  "requirement_change_confirmed",
  "promise_late",
  "case_overdue",
  "case_escalated",
  "case_reopened",
] as const satisfies readonly NotificationKind[];
export type RobotNewsKind = (typeof robotNewsKinds)[number];
