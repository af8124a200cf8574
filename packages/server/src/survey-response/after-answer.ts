import type { BuyingRole } from "@mainstay/domain/buying-role/buying-role";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import { judgeAccountAnew } from "./judge-account-anew.ts";
import { openLoopFor } from "../feedback-loop/open-loop-for.ts";
import type { AuditAuthor } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";

/** On whose behalf: the person at the customer does not sign in, so nobody of ours is the actor. */
export interface AnswerAuthor extends AuditAuthor {
  readonly now: Date;
  /** The workspace's calendar day. */
  readonly today: IsoDay;
}

/** One scored question of an answer. */
export interface QuestionScore {
  readonly questionId: string;
  readonly scale: VoiceScale;
  readonly score: number;
  readonly departmentId: string | null;
  readonly isOverall: boolean;
}

/** An answer that was handed in, for the first time (`version` 1) or changed. Words are read from `survey_answer`. */
export interface HandedInResponse {
  readonly id: string;
  readonly version: number;
  readonly surveyId: string;
  readonly roundId: string;
  readonly invitationId: string | null;
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly caseId: string | null;
  readonly isAnonymous: boolean;
  /** Looks like a program's: counts nowhere, opens nothing. */
  readonly isSuspect: boolean;
  readonly segment: string | null;
  readonly buyingRole: BuyingRole | null;
  readonly influence: number | null;
  readonly answeredOn: IsoDay;
  readonly overall: { readonly scale: VoiceScale; readonly score: number } | null;
  readonly scores: readonly QuestionScore[];
}

export type AfterAnswer = (
  tx: Tx,
  author: AnswerAuthor,
  response: HandedInResponse,
) => Promise<void>;

/**
 * What follows an answer, in its own transaction and in this order: whatever throws keeps the answer from being saved, so
 * only what must never be missing belongs here.
 */
export const afterAnswer: readonly AfterAnswer[] = [openLoopFor, judgeAccountAnew];
