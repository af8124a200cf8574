import type { SheetAnswer } from "@mainstay/domain/survey/check-answers";
import { leastForPercentage } from "@mainstay/domain/survey/wilson";
import { sql } from "kysely";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { afterAnswer, type AnswerAuthor } from "./after-answer.ts";
import { saveAnswers } from "./answer-rows.ts";
import { insertResponse, overallOf, scoresOf } from "./response-rows.ts";
import type { Sheet } from "./sheet-queries.ts";
import { countWalkIn, looksLikeProgram } from "./walk-in-count.ts";

export interface UnnamedHandIn {
  readonly clientRef: string;
  readonly seconds: number;
  readonly website: string;
  readonly locale: string;
}

/**
 * An answer without a name: of an anonymous round, or by a link for everybody. It is final. Of an anonymous one neither
 * person nor invitation nor hour nor day nor language is kept, its id says nothing about when it came, and account and
 * segment only where at least five people of them were asked; the invitation keeps that it was answered.
 */
export const handInUnnamed = async (
  tx: Tx,
  author: AnswerAuthor,
  sheet: Sheet,
  answers: readonly SheetAnswer[],
  given: UnnamedHandIn,
): Promise<void> => {
  const { tenantId, now, today } = author;
  const { invitation, isAnonymous } = sheet;
  // The device's own name for it: what arrives twice over a broken line is one answer.
  if (await isThere(tx, tenantId, sheet.roundId, given.clientRef)) return;
  if (invitation?.status === "answered") throw new AppError("survey_response.final");
  const isSuspect = invitation === null && looksLikeProgram(given, answers.length);
  if (invitation === null) await countWalkIn(tx, tenantId, sheet.linkId, isSuspect);
  const crowd = invitation
    ? await countAskedBeside(tx, tenantId, sheet.roundId, invitation.accountId, sheet.segment)
    : { ofAccount: 0, ofSegment: 0 };
  const scores = scoresOf(sheet, answers);
  // Links show on which day they were opened: the day of an answer would lead to who gave it, so it has its round's first.
  const answeredOn = isAnonymous ? sheet.openedOn : today;
  const day = new Date(`${answeredOn}T00:00:00Z`);
  const response = {
    id: given.clientRef,
    version: 1,
    surveyId: sheet.surveyId,
    roundId: sheet.roundId,
    invitationId: null,
    accountId: crowd.ofAccount >= leastForPercentage ? (invitation?.accountId ?? null) : null,
    personId: null,
    caseId: null,
    isAnonymous,
    isSuspect,
    segment: crowd.ofSegment >= leastForPercentage ? sheet.segment : null,
    buyingRole: null,
    influence: null,
    answeredOn,
    overall: overallOf(scores),
    scores,
  };
  const isNew = await insertResponse(tx, tenantId, {
    ...response,
    isComplete: true,
    walkInLinkId: invitation ? null : sheet.linkId,
    startedAt: isAnonymous ? day : now,
    answeredAt: isAnonymous ? day : now,
    locale: isAnonymous ? sheet.locale : given.locale,
  });
  // The name stands for an answer of another round.
  if (!isNew) throw new AppError("request.invalid");
  await saveAnswers(tx, tenantId, response.id, sheet.questions, answers);
  if (invitation)
    await sql`update survey_invitation set status = 'answered'
      where tenant_id = ${tenantId}::uuid and id = ${invitation.id}::uuid`.execute(tx);
  // The audit's hour stands beside the round alone: it must not lead from an answer to an hour.
  if (!isAnonymous) {
    const subject = { kind: "survey_response", id: response.id };
    await recordAudit(tx, author, "survey_response.handed_in", subject, { roundId: sheet.roundId });
  }
  for (const follow of afterAnswer) await follow(tx, author, response);
};

const isThere = async (db: Db, tenantId: string, roundId: string, id: string): Promise<boolean> => {
  const row = await db
    .selectFrom("survey_response")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .where("round_id", "=", roundId)
    .where("invitation_id", "is", null)
    .executeTakeFirst();
  return row !== undefined;
};

/** How many people of the account, and of its segment, the round asks. */
const countAskedBeside = async (
  db: Db,
  tenantId: string,
  roundId: string,
  accountId: string,
  segment: string | null,
): Promise<{ ofAccount: number; ofSegment: number }> => {
  const { rows } = await sql<{ ofAccount: number; ofSegment: number }>`
    select count(*) filter (where i.account_id = ${accountId}::uuid)::int as "ofAccount",
      count(*) filter (where st.segment = ${segment})::int as "ofSegment"
    from survey_invitation i
    left join account_standing st on st.tenant_id = i.tenant_id and st.account_id = i.account_id
    where i.tenant_id = ${tenantId}::uuid and i.round_id = ${roundId}::uuid
      and i.status in ('sent', 'opened', 'answered', 'declined')`.execute(db);
  return rows[0] ?? { ofAccount: 0, ofSegment: 0 };
};
