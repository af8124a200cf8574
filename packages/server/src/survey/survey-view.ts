import type { SurveyRow, SurveyView } from "@mainstay/contract/survey";
import type { Actor } from "@mainstay/domain/access/actor";
import { isPermitted } from "@mainstay/domain/access/permission";
import { surveyAbilities } from "@mainstay/domain/survey/survey-policy";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { listRoundFigures } from "./round-figures.ts";
import { getSurveyRecord, listQuestions, listSurveyRecords } from "./survey-queries.ts";

/** A survey as its page shows it, with what the reader may do. */
export const getSurveyView = async (
  db: Db,
  actor: Actor,
  surveyId: string,
): Promise<SurveyView> => {
  const { tenantId } = actor;
  const record = await getSurveyRecord(db, tenantId, surveyId);
  const questions = await listQuestions(db, tenantId, surveyId);
  const rounds = await listRoundFigures(db, tenantId, sql`r.survey_id = ${surveyId}::uuid`);
  const { sampling } = record;
  return {
    id: record.id,
    title: record.title,
    introduction: record.introduction,
    thanks: record.thanks,
    isAnonymous: record.isAnonymous,
    rhythm: record.rhythm,
    sampling: {
      ...sampling,
      segments: [...sampling.segments],
      grades: [...sampling.grades],
      buyingRoles: [...sampling.buyingRoles],
      departments: [...sampling.departments],
    },
    questions: questions.map((question) => ({
      ...question,
      options: [...question.options],
      rows: [...question.rows],
      segments: [...question.segments],
    })),
    status: record.status,
    nextRoundOn: record.nextRoundOn,
    rounds,
    version: record.version,
    can: surveyAbilities(actor, {
      status: record.status,
      isAsking: rounds.some(({ closedAt }) => closedAt === null),
      hasRounds: rounds.length > 0,
    }),
  };
};

export const listSurveys = async (
  db: Db,
  actor: Actor,
): Promise<{ items: SurveyRow[]; can: { draft: boolean } }> => {
  const { tenantId } = actor;
  const records = await listSurveyRecords(db, tenantId);
  const newest = await listRoundFigures(
    db,
    tenantId,
    sql`r.number = (select max(o.number) from survey_round o where o.tenant_id = r.tenant_id and o.survey_id = r.survey_id)`,
  );
  const { rows } = await sql<{ survey_id: string; n: number }>`
    select survey_id, count(*)::int as n from survey_question where tenant_id = ${tenantId}::uuid group by survey_id`.execute(
    db,
  );
  const questions = new Map(rows.map(({ survey_id, n }) => [survey_id, n]));
  const rounds = new Map(newest.map((round) => [round.surveyId, round]));
  return {
    items: records.map(({ id, title, status, rhythm, isAnonymous, nextRoundOn, ...record }) => ({
      id,
      title,
      status,
      rhythm,
      isAnonymous,
      nextRoundOn,
      questions: questions.get(id) ?? 0,
      newestRound: rounds.get(id) ?? null,
      updatedAt: record.updatedAt.toISOString(),
      version: record.version,
    })),
    can: { draft: isPermitted(actor, "survey.edit") },
  };
};
