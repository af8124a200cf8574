import { isDeepStrictEqual } from "node:util";
import type { SheetAnswer } from "@mainstay/domain/survey/check-answers";
import { sql } from "kysely";
import { newId } from "../platform/clock/new-id.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { afterAnswer, type AnswerAuthor } from "./after-answer.ts";
import { listAnswers, saveAnswers } from "./answer-rows.ts";
import { findStanding, insertResponse, overallOf, scoresOf } from "./response-rows.ts";
import type { Sheet } from "./sheet-queries.ts";

const inOrder = (answers: readonly SheetAnswer[]) =>
  answers
    .map(({ questionId, rowKey, score, choices, words }) => [
      questionId,
      rowKey,
      score,
      [...choices].sort(),
      words,
    ])
    .toSorted((a, b) => (`${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1));

/**
 * The answer of a person who was asked: the first one counts, a later one of the same round takes its place and counts a
 * version on. The same once more, as after a broken line, changes nothing.
 */
export const handInNamed = async (
  tx: Tx,
  author: AnswerAuthor,
  sheet: Sheet,
  invitation: NonNullable<Sheet["invitation"]>,
  answers: readonly SheetAnswer[],
  locale: string,
): Promise<void> => {
  const { tenantId, now, today } = author;
  const { accountId, personId, caseId } = invitation;
  const before = sheet.response;
  const given = before ? await listAnswers(tx, tenantId, before.id) : [];
  if (before?.isComplete && isDeepStrictEqual(inOrder(given), inOrder(answers))) return;
  const { role, influence } = await findStanding(tx, tenantId, accountId, personId);
  const scores = scoresOf(sheet, answers);
  const response = {
    id: before?.id ?? newId(),
    version: before?.isComplete ? before.version + 1 : 1,
    surveyId: sheet.surveyId,
    roundId: sheet.roundId,
    invitationId: invitation.id,
    accountId,
    personId,
    caseId,
    isAnonymous: false,
    isSuspect: false,
    segment: sheet.segment,
    buyingRole: role,
    influence,
    answeredOn: today,
    overall: overallOf(scores),
    scores,
  };
  if (before) {
    await sql`update survey_response set is_complete = true, answered_at = ${now}, answered_on = ${today}::date,
        segment = ${sheet.segment}, buying_role = ${role}, influence = ${influence}, locale = ${locale},
        overall_kind = ${response.overall?.scale ?? null}, overall_score = ${response.overall?.score ?? null},
        version = ${response.version}
      where tenant_id = ${tenantId}::uuid and id = ${before.id}::uuid`.execute(tx);
    await sql`delete from survey_answer
      where tenant_id = ${tenantId}::uuid and response_id = ${before.id}::uuid`.execute(tx);
  } else {
    const written = {
      isComplete: true,
      walkInLinkId: null,
      startedAt: now,
      answeredAt: now,
      locale,
    };
    await insertResponse(tx, tenantId, { ...response, ...written });
  }
  await saveAnswers(tx, tenantId, response.id, sheet.questions, answers);
  await sql`update survey_invitation set status = 'answered', answered_at = coalesce(answered_at, ${now})
    where tenant_id = ${tenantId}::uuid and id = ${invitation.id}::uuid`.execute(tx);
  const act = response.version > 1 ? "survey_response.changed" : "survey_response.handed_in";
  const detail = { accountId, personId, roundId: sheet.roundId, version: response.version };
  await recordAudit(tx, author, act, { kind: "survey_response", id: response.id }, detail);
  for (const follow of afterAnswer) await follow(tx, author, response);
};
