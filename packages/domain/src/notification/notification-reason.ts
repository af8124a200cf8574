import type { ApprovalKind, ApprovalStatus } from "../approval/approval-kind.ts";
import type { IsoDay } from "../calendar/day-number.ts";
import type { CaseClockName } from "../case/case-clock.ts";
import type { CaseKind, CaseLevel } from "../case/case-kind.ts";
import type { EscalationReason, EscalationStep } from "../case/escalation.ts";
import type { HandoverSide } from "../handover/handover-kind.ts";
import type { ObligationKind } from "../obligation/obligation-kind.ts";
import type { SignalKind, SignalSeverity } from "../signal/signal-kind.ts";
import type { NotificationKind } from "./notification-kind.ts";

/**
 * What each kind of notification says, as data: words of our own glossary, days and counts only. There is no place here
 * for a person's name, a phone number or anything somebody typed; the thing itself and its account are named by id.
 */
export interface NotificationReasons {
  signal_raised: { signalKind: SignalKind; severity: SignalSeverity };
  signal_assigned: { signalKind: SignalKind; severity: SignalSeverity };
  task_assigned: { dueOn: IsoDay | null };
  task_due: { dueOn: IsoDay };
  obligation_due: { obligationKind: ObligationKind; dueOn: IsoDay };
  obligation_overdue: { obligationKind: ObligationKind; dueOn: IsoDay };
  handover_started: { side: HandoverSide; dueAt?: string };
  handover_overdue: { side: HandoverSide; dueAt?: string };
  approval_asked: { approvalKind: ApprovalKind; dueOn: IsoDay };
  approval_decided: { approvalKind: ApprovalKind; status: ApprovalStatus };
  approval_reminder: { approvalKind: ApprovalKind; dueOn: IsoDay };
  requirement_change_confirmed: Record<string, never>;
  /** A case is one's to answer for or to work on. */
  case_assigned: { caseKind: CaseKind; level: CaseLevel; dueAt?: string };
  case_transfer_offered: { caseKind: CaseKind; level: CaseLevel };
  case_transfer_answered: { caseKind: CaseKind; answer: "accepted" | "declined" };
  case_overdue: { caseKind: CaseKind; level: CaseLevel; clock: CaseClockName; dueAt: string };
  case_escalated: {
    caseKind: CaseKind;
    level: CaseLevel;
    step: EscalationStep;
    because: EscalationReason;
  };
  case_customer_wrote: { caseKind: CaseKind; level: CaseLevel };
  case_reopened: { caseKind: CaseKind; level: CaseLevel };
  case_closed: { caseKind: CaseKind };
  /** Drawn customers are one's to call. */
  inspection_given: { calls: number };
  promise_given: { dueOn: IsoDay };
  promise_due: { dueOn: IsoDay };
  promise_late: { dueOn: IsoDay };
  feedback_loop_opened: { dueOn: IsoDay };
  feedback_loop_overdue: { dueOn: IsoDay };
  feedback_loop_drop_asked: Record<string, never>;
  day_ahead: { tasks: number; obligations: number; visits: number; overdue: number };
}

/** The parameters a kind may carry; everything else is dropped before it is stored. */
export const notificationParams: {
  readonly [K in NotificationKind]: readonly (keyof NotificationReasons[K] & string)[];
} = {
  signal_raised: ["signalKind", "severity"],
  signal_assigned: ["signalKind", "severity"],
  task_assigned: ["dueOn"],
  task_due: ["dueOn"],
  obligation_due: ["obligationKind", "dueOn"],
  obligation_overdue: ["obligationKind", "dueOn"],
  handover_started: ["side", "dueAt"],
  handover_overdue: ["side", "dueAt"],
  approval_asked: ["approvalKind", "dueOn"],
  approval_decided: ["approvalKind", "status"],
  approval_reminder: ["approvalKind", "dueOn"],
  requirement_change_confirmed: [],
  case_assigned: ["caseKind", "level", "dueAt"],
  case_transfer_offered: ["caseKind", "level"],
  case_transfer_answered: ["caseKind", "answer"],
  case_overdue: ["caseKind", "level", "clock", "dueAt"],
  case_escalated: ["caseKind", "level", "step", "because"],
  case_customer_wrote: ["caseKind", "level"],
  case_reopened: ["caseKind", "level"],
  case_closed: ["caseKind"],
  inspection_given: ["calls"],
  promise_given: ["dueOn"],
  promise_due: ["dueOn"],
  promise_late: ["dueOn"],
  feedback_loop_opened: ["dueOn"],
  feedback_loop_overdue: ["dueOn"],
  feedback_loop_drop_asked: [],
  day_ahead: ["tasks", "obligations", "visits", "overdue"],
};

const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]{5,12}(Z|[+-]\d{2}:\d{2})$/;
const word = /^[a-z][a-z_]{0,39}$/;
const mostCounted = 1_000_000;

/** A day where a day belongs, an instant where one does, else a word of ours or a count. */
const isPlain = (name: string, value: unknown): value is string | number => {
  if (typeof value === "number")
    return Number.isInteger(value) && value >= 0 && value <= mostCounted;
  if (typeof value !== "string") return false;
  return (name.endsWith("On") ? day : name.endsWith("At") ? instant : word).test(value);
};

/**
 * The reason with nothing in it but what its kind may carry: our own words, days, instants and counts. Text that could be
 * somebody's own words, a name or a number to call is dropped, whoever put it there.
 */
export const plainReason = (
  kind: NotificationKind,
  params: Readonly<Record<string, unknown>>,
): { code: string; params: Record<string, string | number> } => {
  const kept: Record<string, string | number> = {};
  for (const name of notificationParams[kind] as readonly string[]) {
    const value = params[name];
    if (isPlain(name, value)) kept[name] = value;
  }
  return { code: `notification.${kind}`, params: kept };
};

/** Whether it should be mailed at once to those who want urgent news at once: a clock of hours is running. */
export const isUrgent = (
  kind: NotificationKind,
  params: Readonly<Record<string, unknown>>,
): boolean =>
  kind === "handover_started" ||
  kind === "handover_overdue" ||
  kind === "approval_asked" ||
  kind === "case_escalated" ||
  kind === "case_overdue" ||
  (kind.startsWith("case_") && params["level"] === "urgent") ||
  ((kind === "signal_raised" || kind === "signal_assigned") && params["severity"] === "critical");
