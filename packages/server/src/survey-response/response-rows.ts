import type { BuyingRole } from "@mainstay/domain/buying-role/buying-role";
import type { SheetAnswer } from "@mainstay/domain/survey/check-answers";
import { isScored } from "@mainstay/domain/survey/frozen-question";
import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import type { HandedInResponse, QuestionScore } from "./after-answer.ts";
import type { Sheet } from "./sheet-queries.ts";

/**
 * Buying role (the economic buyer before any other) and newest judged influence of a person at an account; no influence of
 * somebody who is restricted or not to be profiled.
 */
export const findStanding = async (
  db: Db,
  tenantId: string,
  accountId: string,
  personId: string | null,
): Promise<{ role: BuyingRole | null; influence: number | null }> => {
  if (personId === null) return { role: null, influence: null };
  const { rows } = await sql<{ role: BuyingRole | null; influence: number | null }>`
    select (select b.role from buying_role b
        where b.tenant_id = ${tenantId}::uuid and b.account_id = ${accountId}::uuid and b.person_id = ${personId}::uuid
        order by (b.role = 'economic_buyer') desc, b.project_id nulls first limit 1) as role,
      (select i.influence from influence_assessment i
        where i.tenant_id = ${tenantId}::uuid and i.account_id = ${accountId}::uuid and i.person_id = ${personId}::uuid
          and exists (select 1 from person p where p.tenant_id = i.tenant_id and p.id = i.person_id
            and p.restricted_at is null and not p.no_profiling)
        order by i.assessed_on desc, i.id desc limit 1) as influence`.execute(db);
  return rows[0] ?? { role: null, influence: null };
};

/** The scored answers of a sheet, with the department each asks about. */
export const scoresOf = (sheet: Sheet, answers: readonly SheetAnswer[]): QuestionScore[] =>
  sheet.questions.flatMap(({ id, kind, departmentId, isOverall }) => {
    const score = answers.find(({ questionId }) => questionId === id)?.score ?? null;
    return isScored(kind) && score !== null
      ? [{ questionId: id, scale: kind, score, departmentId, isOverall }]
      : [];
  });

/** The answer to the overall question; null where none was asked or answered. */
export const overallOf = (
  scores: readonly QuestionScore[],
): { scale: VoiceScale; score: number } | null => {
  const found = scores.find(({ isOverall }) => isOverall);
  return found ? { scale: found.scale, score: found.score } : null;
};

export interface NewResponse extends HandedInResponse {
  readonly isComplete: boolean;
  readonly walkInLinkId: string | null;
  readonly startedAt: Date;
  readonly answeredAt: Date;
  readonly locale: string;
}

/** Writes a response unless its id, or one of its invitation, is there already; false then. */
export const insertResponse = async (
  tx: Tx,
  tenantId: string,
  response: NewResponse,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("survey_response")
    .values({
      tenant_id: tenantId,
      id: response.id,
      survey_id: response.surveyId,
      round_id: response.roundId,
      invitation_id: response.invitationId,
      walk_in_link_id: response.walkInLinkId,
      account_id: response.accountId,
      person_id: response.personId,
      case_id: response.caseId,
      segment: response.segment,
      buying_role: response.buyingRole,
      influence: response.influence,
      is_anonymous: response.isAnonymous,
      is_suspect: response.isSuspect,
      is_complete: response.isComplete,
      started_at: response.startedAt,
      answered_at: response.answeredAt,
      answered_on: response.answeredOn,
      locale: response.locale,
      overall_kind: response.overall?.scale ?? null,
      overall_score: response.overall?.score ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
};
