import { voiceValidDays } from "../survey/answer-limits.ts";
import type { DayNumber } from "../calendar/day-number.ts";
import type { HealthScores } from "./health-input.ts";
import type { HealthReason } from "./health-reason.ts";
import { healthReasons } from "./health-reason.ts";
import type { HealthVeto } from "./health-veto.ts";
import { type Health, judgeHealth } from "./judge-health.ts";
import { type PaymentFacts, paymentScore } from "./payment-score.ts";
import { relationshipScore } from "./relationship-score.ts";
import { orderShare, type RhythmFacts, rhythmScore } from "./rhythm-score.ts";
import { type ServiceFacts, serviceScore } from "./service-score.ts";
import { isDissatisfied } from "../survey/scale-score.ts";
import type { VoiceScale } from "../survey/survey-kind.ts";
import { valueScore } from "./value-score.ts";
import { type VoiceFacts, voiceScore } from "./voice-score.ts";

/** Everything health rests on, of one account on one day. Null: nothing is known of it. */
export interface HealthFacts {
  readonly rhythm: RhythmFacts & {
    readonly isBroken: boolean;
    readonly lastOrderDay: DayNumber | null;
  };
  readonly coverage: number | null;
  readonly supportIndex: number | null;
  readonly payment: PaymentFacts;
  readonly voice: VoiceFacts | null;
  readonly service: ServiceFacts | null;
  readonly value: { readonly promised: number; readonly met: number } | null;
  /** An economic buyer whose newest judged stance is opponent. */
  readonly isBuyerAgainst: boolean;
  /** Contacts of theirs who left and whose handover nobody accepted within its 24 hours. */
  readonly contactsLeft: number;
  /** The newest answer of an economic buyer, the worst of several; null when none of them answered. */
  readonly buyerAnswer: {
    readonly scale: VoiceScale;
    readonly score: number;
    readonly ageDays: number;
  } | null;
  readonly isTerminated: boolean;
  readonly adjustment: number;
}

export interface AssessedHealth extends Health {
  readonly scores: HealthScores;
  readonly vetoes: readonly HealthVeto[];
  readonly reasons: readonly HealthReason[];
}

/** Scores every input, finds the vetoes and judges (formulas § 7). */
export const assessHealth = (facts: HealthFacts, today: DayNumber): AssessedHealth => {
  const scores: HealthScores = {
    rhythm: rhythmScore(facts.rhythm),
    relationship: relationshipScore(facts),
    voice: voiceScore(facts.voice),
    service: serviceScore(facts.service),
    payment: paymentScore(facts.payment),
    value: valueScore(facts.value),
  };
  const vetoes: HealthVeto[] = [];
  if (facts.isBuyerAgainst) vetoes.push("relationship");
  if (facts.contactsLeft > 0) vetoes.push("contact_left");
  const buyer = facts.buyerAnswer;
  const isBuyerLow =
    buyer !== null && buyer.ageDays <= voiceValidDays && isDissatisfied(buyer.scale, buyer.score);
  if (isBuyerLow) vetoes.push("buyer_dissatisfied");
  if ((facts.service?.overdueUrgent ?? 0) > 0) vetoes.push("case_overdue");
  if (facts.isTerminated) vetoes.push("termination");
  if (facts.rhythm.isBroken) vetoes.push("rhythm_broken");
  const { lastOrderDay } = facts.rhythm;
  const share = orderShare(facts.rhythm);
  const reasons = healthReasons(scores, vetoes, {
    buyer_dissatisfied: {
      scale: buyer?.scale ?? null,
      score: buyer?.score ?? null,
      days: buyer?.ageDays ?? null,
    },
    case_overdue: { cases: facts.service?.overdueUrgent ?? 0 },
    voice: { answers: facts.voice?.answers ?? 0 },
    contact_left: { people: facts.contactsLeft },
    rhythm_broken: { days: lastOrderDay === null ? null : today - lastOrderDay },
    rhythm: { share },
    relationship: { coverage: facts.coverage, supportIndex: facts.supportIndex },
    payment: { days: facts.payment.overdueDays },
  });
  return { ...judgeHealth(scores, vetoes, facts.adjustment), scores, vetoes, reasons };
};
