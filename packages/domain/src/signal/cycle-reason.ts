import type { IsoDay } from "../calendar/day-number.ts";
import type { CaseLevel } from "../case/case-kind.ts";
import type { HandoverSeat } from "../handover/handover-kind.ts";
import type { ObligationKind } from "../obligation/obligation-kind.ts";
import type { VoiceScale } from "../survey/survey-kind.ts";

/**
 * What the cycle's signals say, as data; the words are in phrases. A person may be named by what everybody may know of them
 * (their job, their contacts with us), never by a stance or an influence: a signal is read by people without class P. An
 * erased person's name is the empty text.
 */
export interface CycleReasons {
  /** Duties of the service policy overdue beyond grace or missed; the oldest of them. */
  "cycle.cadence_missed": { duties: number; kind: ObligationKind; dueOn: IsoDay; days: number };
  /** `days` until the contract ends; negative after its end. */
  "cycle.contract_ending": { endsOn: IsoDay; days: number };
  /** Key contacts who left and nobody has taken over from; `person` the longest gone, empty where only judgements made them key. */
  "cycle.key_contact_left": {
    people: number;
    person: string;
    personId: string;
    endedOn: IsoDay;
    days: number;
  };
  /** So many people were judged lower than before; who they are the decision chain shows to whoever may see it. */
  "cycle.stance_fell": { people: number; lastOn: IsoDay };
  /** Handovers past their hour; `seat` null when it is their contact who changed. */
  "cycle.handover_overdue": {
    handovers: number;
    seat: HandoverSeat | null;
    dueOn: IsoDay;
    days: number;
  };
  /** Seats the service policy demands and nobody fills. */
  "cycle.team_incomplete": { seats: readonly HandoverSeat[] };
  /** Changes of requirements without both sides' word; `started` of them are worked on already. */
  "cycle.requirement_change_unconfirmed": {
    changes: number;
    started: number;
    sinceOn: IsoDay;
    days: number;
  };
  /** The mean of the newest asking fell below the one before on the same scale; n people each. */
  "cycle.satisfaction_dropped": {
    scale: VoiceScale;
    from: number;
    to: number;
    fromAnswers: number;
    toAnswers: number;
    answeredOn: IsoDay;
  };
  /** Economic buyers whose newest answer is dissatisfied; the newest of them. */
  "cycle.economic_buyer_dissatisfied": {
    people: number;
    scale: VoiceScale;
    score: number;
    answeredOn: IsoDay;
  };
  /** Cases past a clock; the gravest level among them and the longest time past it. */
  "cycle.complaint_overdue": { cases: number; level: CaseLevel; dueOn: IsoDay; hours: number };
  /** Complaints and faults within the days of the rule; `reopened` of them came back after they had been solved. */
  "cycle.complaint_repeated": { cases: number; reopened: number; withinDays: number };
  /** Promises past their day and promises broken; the oldest day. */
  "cycle.promise_broken": { late: number; broken: number; dueOn: IsoDay; days: number };
}
