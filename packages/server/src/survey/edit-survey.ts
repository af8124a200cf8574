import type { SurveyShape, SurveyView } from "@mainstay/contract/survey";
import { surveyAbilities } from "@mainstay/domain/survey/survey-policy";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { lockSurvey, type SurveyRecord, writeQuestions } from "./survey-queries.ts";
import { getSurveyView } from "./survey-view.ts";

/** The survey locked, if it may be worked on so in its state; `survey.not_allowed_now` otherwise. */
export const workOnSurvey = async (
  tx: Tx,
  context: Context,
  surveyId: string,
  act: keyof ReturnType<typeof surveyAbilities>,
): Promise<SurveyRecord> => {
  const { tenantId, actor } = context;
  const survey = await lockSurvey(tx, tenantId, surveyId);
  demandVersion(context, survey.version);
  const { rows } = await sql<{ rounds: number; open: number }>`
    select count(*)::int as rounds, count(*) filter (where closed_at is null)::int as open
    from survey_round where tenant_id = ${tenantId}::uuid and survey_id = ${surveyId}::uuid`.execute(
    tx,
  );
  const { rounds = 0, open = 0 } = rows[0] ?? {};
  if (act === "start" && actor.visibility !== "all") throw new AppError("survey.sight_needed");
  if (act === "start" && open > 0) throw new AppError("survey.round_open");
  const facts = { status: survey.status, isAsking: open > 0, hasRounds: rounds > 0 };
  if (!surveyAbilities(actor, facts)[act]) throw new AppError("survey.not_allowed_now");
  return survey;
};

/** Writes a survey anew, questions in the order given. What a round has asked stays as it was asked. */
export const editSurvey = (
  context: Context,
  surveyId: string,
  draft: SurveyShape,
): Promise<SurveyView> =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    await workOnSurvey(tx, context, surveyId, "edit");
    await tx
      .updateTable("survey")
      .set((eb) => ({
        title: JSON.stringify(draft.title),
        introduction: JSON.stringify(draft.introduction),
        thanks: JSON.stringify(draft.thanks),
        is_anonymous: draft.isAnonymous,
        rhythm: draft.rhythm,
        sampling: JSON.stringify(draft.sampling),
        ...(draft.rhythm === "once" && { next_round_on: null }),
        version: eb("version", "+", 1),
        updated_at: now,
      }))
      .where("tenant_id", "=", tenantId)
      .where("id", "=", surveyId)
      .execute();
    const ids = draft.questions.map(({ id }) => id);
    if (new Set(ids).size < ids.length) throw new AppError("survey.question_twice");
    await writeQuestions(tx, tenantId, surveyId, draft.questions);
    const detail = { questions: draft.questions.length, rhythm: draft.rhythm };
    await recordAudit(tx, context, "survey.edited", { kind: "survey", id: surveyId }, detail);
    return getSurveyView(tx, actor, surveyId);
  });

/** Throws away a survey that never asked anybody. */
export const removeSurvey = (context: Context, surveyId: string): Promise<void> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    await workOnSurvey(tx, context, surveyId, "remove");
    await sql`delete from survey where tenant_id = ${tenantId}::uuid and id = ${surveyId}::uuid`.execute(
      tx,
    );
    await recordAudit(tx, context, "survey.removed", { kind: "survey", id: surveyId });
  });
