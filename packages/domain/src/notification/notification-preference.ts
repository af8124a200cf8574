import { type NotificationKind, notificationKinds } from "./notification-kind.ts";

/** `mail`: in the product and by mail; `in_app`: in the product alone; `off`: not at all. */
export const notificationWays = ["mail", "in_app", "off"] as const;
export type NotificationWay = (typeof notificationWays)[number];

/** When mail comes: never, once a day, or once a day with urgent news at once. */
export const digestModes = ["off", "daily", "daily_and_urgent"] as const;
export type DigestMode = (typeof digestModes)[number];

/** What waits for one's own decision is always told in the product. */
const alwaysTold: readonly NotificationKind[] = ["approval_asked", "approval_reminder"];
export const mayBeOff = (kind: NotificationKind): boolean => !alwaysTold.includes(kind);

/** How somebody is told who has said nothing: by mail what would be missed in the product, the rest in the product. */
export const defaultWays: Readonly<Record<NotificationKind, NotificationWay>> = {
  signal_raised: "mail",
  signal_assigned: "mail",
  task_assigned: "mail",
  task_due: "in_app",
  obligation_due: "in_app",
  obligation_overdue: "mail",
  handover_started: "mail",
  handover_overdue: "mail",
  approval_asked: "mail",
  approval_decided: "mail",
  approval_reminder: "mail",
  requirement_change_confirmed: "in_app",
  case_assigned: "mail",
  case_transfer_offered: "mail",
  case_transfer_answered: "mail",
  case_overdue: "mail",
  case_escalated: "mail",
  case_customer_wrote: "mail",
  case_reopened: "mail",
  case_closed: "in_app",
  inspection_given: "mail",
  promise_given: "mail",
  promise_due: "in_app",
  promise_late: "mail",
  feedback_loop_opened: "mail",
  feedback_loop_overdue: "mail",
  feedback_loop_drop_asked: "mail",
  day_ahead: "mail",
};

export interface NotificationPreference {
  readonly ways: Readonly<Record<NotificationKind, NotificationWay>>;
  readonly digest: DigestMode;
  /** Hour of the workspace's day, 0–23, from which the daily mail may go out. */
  readonly digestHour: number;
  /** Minutes after midnight in the workspace's zone; null for no quiet hours. */
  readonly quietFrom: number | null;
  readonly quietTo: number | null;
  /** Mail on workdays only, by the workspace's calendar. */
  readonly workdaysOnly: boolean;
}

export const defaultPreference: NotificationPreference = {
  ways: defaultWays,
  digest: "daily_and_urgent",
  digestHour: 8,
  quietFrom: 22 * 60,
  quietTo: 7 * 60,
  workdaysOnly: false,
};

/** The wishes as they hold: what was not said is the default, what may not be off is told in the product. */
export const heldWays = (
  said: Readonly<Partial<Record<NotificationKind, NotificationWay>>>,
): Record<NotificationKind, NotificationWay> => {
  const held = { ...defaultWays };
  for (const kind of notificationKinds) {
    const way = said[kind];
    if (way === undefined) continue;
    held[kind] = way === "off" && !mayBeOff(kind) ? "in_app" : way;
  }
  return held;
};
