import type { SurveyView } from "@mainstay/contract/survey";
import type { RoundView } from "@mainstay/contract/survey-round";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { workOnSurvey } from "./edit-survey.ts";
import { getRoundView } from "./round-view.ts";
import type { SurveyAuthor } from "./survey-author.ts";
import { getSurveyView } from "./survey-view.ts";

/**
 * Closes an open round: what nobody was told of yet is dropped with its mail, links say that it is over, answers stay.
 * False when it was closed already, so that closing twice does nothing.
 */
export const closeRound = async (
  tx: Tx,
  author: SurveyAuthor,
  roundId: string,
): Promise<boolean> => {
  const { tenantId, now } = author;
  const { rows } = await sql`update survey_round set closed_at = ${now}
    where tenant_id = ${tenantId}::uuid and id = ${roundId}::uuid and closed_at is null returning id`.execute(
    tx,
  );
  if (rows.length === 0) return false;
  await sql`update customer_mail m set status = 'skipped', last_error = 'round_closed', ended_at = ${now}, body_text = '', body_html = null
    from survey_invitation i where m.tenant_id = ${tenantId}::uuid and m.status = 'waiting'
      and i.tenant_id = m.tenant_id and i.id = m.invitation_id and i.round_id = ${roundId}::uuid`.execute(
    tx,
  );
  await sql`update survey_invitation set status = 'dropped', dropped_because = 'round_closed'
    where tenant_id = ${tenantId}::uuid and round_id = ${roundId}::uuid and status = 'planned'`.execute(
    tx,
  );
  await recordAudit(tx, author, "survey_round.closed", { kind: "survey_round", id: roundId });
  return true;
};

/** Closes the round now, before its day. */
export const closeRoundByHand = (context: Context, roundId: string): Promise<RoundView> =>
  context.write(async (tx) => {
    await getRoundView(tx, context.actor, roundId);
    if (!(await closeRound(tx, context, roundId))) throw new AppError("survey.round_closed");
    return getRoundView(tx, context.actor, roundId);
  });

/** Ends a survey: an open round is closed and none follows. */
export const endSurvey = (context: Context, surveyId: string): Promise<SurveyView> =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    await workOnSurvey(tx, context, surveyId, "end");
    const { rows } = await sql<{ id: string }>`select id from survey_round
      where tenant_id = ${tenantId}::uuid and survey_id = ${surveyId}::uuid and closed_at is null`.execute(
      tx,
    );
    for (const { id } of rows) await closeRound(tx, context, id);
    await tx
      .updateTable("survey")
      .set((eb) => ({
        status: "ended",
        next_round_on: null,
        version: eb("version", "+", 1),
        updated_at: now,
      }))
      .where("tenant_id", "=", tenantId)
      .where("id", "=", surveyId)
      .execute();
    await recordAudit(tx, context, "survey.ended", { kind: "survey", id: surveyId });
    return getSurveyView(tx, actor, surveyId);
  });
