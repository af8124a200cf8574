import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import { sql } from "kysely";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { AnswerAuthor, HandedInResponse } from "../survey-response/after-answer.ts";
import { changeLoop } from "./loop-record.ts";

/**
 * When the question of a loop was asked again and this is the answer: notes the new score beside the old one, on the same
 * scale, and the loop is closed. Changed later, the newest answer counts.
 */
export const noteRemeasure = async (
  tx: Tx,
  author: AnswerAuthor,
  response: HandedInResponse,
): Promise<void> => {
  const { tenantId, now } = author;
  if (response.invitationId === null) return;
  const { rows } = await sql<{
    id: string;
    account_id: string;
    status: string;
    scale: VoiceScale;
    score: number | null;
  }>`
    select l.id, l.account_id, l.status, l.scale,
      (select w.score from survey_answer w where w.tenant_id = l.tenant_id and w.response_id = ${response.id}::uuid
        and w.question_id = l.question_id and w.row_key = l.row_key) as score
    from feedback_loop l where l.tenant_id = ${tenantId}::uuid
      and l.remeasure_invitation_id = ${response.invitationId}::uuid and l.status in ('followed_up', 'remeasured')
    for update`.execute(tx);
  const loop = rows[0];
  if (!loop || loop.score === null) return;
  await changeLoop(tx, author, loop.id, {
    status: "remeasured",
    score_after: loop.score,
    ...(loop.status === "followed_up" && { remeasured_at: now }),
    drop_asked_by: null,
    drop_asked_at: null,
    dropped_because: null,
  });
  const subject = { kind: "feedback_loop", id: loop.id };
  await recordAudit(tx, author, "feedback_loop.remeasured", subject, {
    accountId: loop.account_id,
    scale: loop.scale,
  });
  await enqueueCycleRound(tx, tenantId, loop.account_id);
};
