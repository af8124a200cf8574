import type { CaseKind, CaseLevel } from "@mainstay/domain/case/case-kind";
import { glossaryEn } from "../glossary/en.ts";
import type { NewsWords } from "./news-words.ts";

const approval = {
  segment_move: "change of segment",
  programme_entry: "entry into the programme",
  programme_exit: "exit from the programme",
  rescue_offer: "rescue offer",
  discount: "discount",
  gift: "gift",
  export: "export",
  sensitive_access: "access to sensitive facts",
} as const;
const decision = {
  pending: "is waiting",
  approved: "was approved",
  refused: "was refused",
  withdrawn: "was withdrawn",
  lapsed: "has lapsed",
} as const;

const counted = (count: number, one: string, more: string, say: (n: number) => string) =>
  `${say(count)} ${count === 1 ? one : more}`;

const caseKind = {
  complaint: "complaint",
  fault: "fault",
  request: "request",
  question: "question",
} as const;
const clock = { reply: "first reply", feedback: "first report", solve: "solution" } as const;
const because = {
  half_gone: "half of its time is gone",
  reopened: "the customer is dissatisfied again",
  overdue: "its time has run out",
  still_overdue: "still overdue",
  by_hand: "a colleague asks for it",
} as const;
const article = (level: CaseLevel, kind: CaseKind): string => {
  const noun = caseKind[kind] ?? "case";
  if (level === "urgent") return `an urgent ${noun}`;
  return level === "major" ? `a major ${noun}` : `a ${noun}`;
};

/** One sentence for each kind of notification: words of the glossary, days and counts only. */
export const newsEn: NewsWords = {
  signal_raised: (p) =>
    `New signal: ${glossaryEn.signalKind[p.signalKind] ?? "signal"} (${glossaryEn.severity[p.severity] ?? "watch"})`,
  signal_assigned: (p) =>
    `A signal was given to you: ${glossaryEn.signalKind[p.signalKind] ?? "signal"} (${glossaryEn.severity[p.severity] ?? "watch"})`,
  task_assigned: (p, say) =>
    p.dueOn ? `A task was given to you, due ${say.day(p.dueOn)}` : "A task was given to you",
  task_due: (p, say) =>
    p.dueOn ? `A task is due today (${say.day(p.dueOn)})` : "A task is due today",
  obligation_due: (p, say) =>
    `${glossaryEn.obligationKind[p.obligationKind] ?? "An obligation"} soon due${p.dueOn ? `: ${say.day(p.dueOn)}` : ""}`,
  obligation_overdue: (p, say) =>
    `${glossaryEn.obligationKind[p.obligationKind] ?? "An obligation"} overdue${p.dueOn ? `, it was due ${say.day(p.dueOn)}` : ""}`,
  handover_started: (p) =>
    p.side === "theirs"
      ? "The customer's contact changed: hand over within 24 hours"
      : "Our person in charge changed: hand over within 24 hours",
  handover_overdue: (p) =>
    p.side === "theirs"
      ? "The handover of the customer's contact is past its 24 hours"
      : "The handover of our person in charge is past its 24 hours",
  approval_asked: (p, say) =>
    `A decision is waiting: ${approval[p.approvalKind] ?? "approval"}${p.dueOn ? `, by ${say.day(p.dueOn)}` : ""}`,
  approval_decided: (p) =>
    `Your request ${decision[p.status] ?? "was decided"}: ${approval[p.approvalKind] ?? "approval"}`,
  approval_reminder: (p, say) =>
    `A decision is still waiting: ${approval[p.approvalKind] ?? "approval"}${p.dueOn ? `, by ${say.day(p.dueOn)}` : ""}`,
  requirement_change_confirmed: () => "A requirement change is confirmed by both sides",
  case_assigned: (p) => `Yours to handle: ${article(p.level, p.caseKind)}`,
  case_transfer_offered: (p) =>
    `A colleague would hand you ${article(p.level, p.caseKind)}; accept or decline`,
  case_transfer_answered: (p) =>
    p.answer === "accepted"
      ? `The ${caseKind[p.caseKind] ?? "case"} you offered was taken over`
      : `The ${caseKind[p.caseKind] ?? "case"} you offered was declined`,
  case_overdue: (p) => `Overdue, ${clock[p.clock] ?? "a clock"}: ${article(p.level, p.caseKind)}`,
  case_escalated: (p) =>
    `Escalated to you, ${because[p.because] ?? "please look"}: ${article(p.level, p.caseKind)}`,
  case_customer_wrote: (p) => `The customer added to ${article(p.level, p.caseKind)}`,
  case_reopened: (p) =>
    `The customer is not satisfied and reopened ${article(p.level, p.caseKind)}`,
  case_closed: (p) => `The customer confirmed; the ${caseKind[p.caseKind] ?? "case"} is closed`,
  inspection_given: (p) =>
    p.calls === 1
      ? "An inspection was drawn: one customer is yours to call"
      : `An inspection was drawn: ${p.calls ?? 0} customers are yours to call`,
  promise_given: (p, say) =>
    p.dueOn ? `A promise is yours to keep, by ${say.day(p.dueOn)}` : "A promise is yours to keep",
  promise_due: (p, say) =>
    p.dueOn ? `A promise to a customer is soon due: ${say.day(p.dueOn)}` : "A promise is soon due",
  promise_late: (p, say) =>
    p.dueOn
      ? `A promise to a customer is late, it was due ${say.day(p.dueOn)}`
      : "A promise to a customer is late",
  feedback_loop_opened: (p, say) =>
    `A dissatisfied customer is yours to speak with${p.dueOn ? ` by ${say.day(p.dueOn)}` : ""}`,
  feedback_loop_overdue: (p, say) =>
    `Nobody has spoken with a dissatisfied customer yet${p.dueOn ? `; it was due by ${say.day(p.dueOn)}` : ""}`,
  feedback_loop_drop_asked: () => "Somebody wants to drop a loop; a second person decides",
  day_ahead: (p, say) => {
    const parts = [
      p.overdue > 0 ? `${say.number(p.overdue)} overdue` : "",
      p.tasks > 0 ? `${counted(p.tasks, "task", "tasks", say.number)} due` : "",
      p.obligations > 0
        ? `${counted(p.obligations, "obligation", "obligations", say.number)} due`
        : "",
      p.visits > 0 ? counted(p.visits, "calendar entry", "calendar entries", say.number) : "",
    ].filter((part) => part !== "");
    return parts.length === 0 ? "Nothing is due today" : `Today: ${parts.join(", ")}`;
  },
};
