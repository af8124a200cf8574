import type { BilingualWords, QuestionChoice } from "@mainstay/domain/survey/frozen-question";
import { type SamplingRule, shippedSampling } from "@mainstay/domain/survey/sampling-rule";
import type { QuestionDraft } from "@mainstay/domain/survey/survey-faults";
import type { QuestionKind, SurveyRhythm, SurveyStatus } from "@mainstay/domain/survey/survey-kind";
import type { Segment } from "@mainstay/domain/account/segment";
import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

export interface SurveyRecord {
  readonly id: string;
  readonly title: BilingualWords;
  readonly introduction: BilingualWords;
  readonly thanks: BilingualWords;
  readonly status: SurveyStatus;
  readonly isAnonymous: boolean;
  readonly rhythm: SurveyRhythm;
  readonly sampling: SamplingRule;
  readonly nextRoundOn: string | null;
  readonly version: number;
  readonly updatedAt: Date;
}

const columns = sql`id, title, introduction, thanks, status, is_anonymous as "isAnonymous", rhythm, sampling,
  next_round_on as "nextRoundOn", version, updated_at as "updatedAt"`;

const toRecord = (row: SurveyRecord): SurveyRecord => ({
  ...row,
  sampling: { ...shippedSampling, ...row.sampling },
});

/** Every survey: running ones first, then the newest. */
export const listSurveyRecords = async (db: Db, tenantId: string): Promise<SurveyRecord[]> => {
  const { rows } =
    await sql<SurveyRecord>`select ${columns} from survey where tenant_id = ${tenantId}::uuid
    order by array_position(array['running', 'draft', 'ended'], status), updated_at desc, id limit 500`.execute(
      db,
    );
  return rows.map(toRecord);
};

export const getSurveyRecord = async (
  db: Db,
  tenantId: string,
  surveyId: string,
): Promise<SurveyRecord> => {
  const { rows } = await sql<SurveyRecord>`
    select ${columns} from survey where tenant_id = ${tenantId}::uuid and id = ${surveyId}::uuid`.execute(
    db,
  );
  if (!rows[0]) throw new AppError("survey.not_found");
  return toRecord(rows[0]);
};

/** The survey, held until the transaction ends. */
export const lockSurvey = async (
  tx: Tx,
  tenantId: string,
  surveyId: string,
): Promise<SurveyRecord> => {
  await sql`select 1 from survey where tenant_id = ${tenantId}::uuid and id = ${surveyId}::uuid for update`.execute(
    tx,
  );
  return getSurveyRecord(tx, tenantId, surveyId);
};

/** The questions of a survey as they are written now, in their order. */
export const listQuestions = async (
  db: Db,
  tenantId: string,
  surveyId: string,
): Promise<QuestionDraft[]> => {
  const { rows } = await sql<{
    id: string;
    kind: QuestionKind;
    words: BilingualWords;
    options: QuestionChoice[];
    rows: QuestionChoice[];
    isRequired: boolean;
    isOverall: boolean;
    departmentId: string | null;
    segments: Segment[];
  }>`
    select id, kind, words, options, rows, is_required as "isRequired", is_overall as "isOverall",
      department_id as "departmentId", segments
    from survey_question where tenant_id = ${tenantId}::uuid and survey_id = ${surveyId}::uuid order by position`.execute(
    db,
  );
  return rows;
};

/** Puts these questions in the place of those there were. */
export const writeQuestions = async (
  tx: Tx,
  tenantId: string,
  surveyId: string,
  questions: readonly QuestionDraft[],
): Promise<void> => {
  await sql`delete from survey_question where tenant_id = ${tenantId}::uuid and survey_id = ${surveyId}::uuid`.execute(
    tx,
  );
  if (questions.length === 0) return;
  await tx
    .insertInto("survey_question")
    .values(
      questions.map((question, index) => ({
        tenant_id: tenantId,
        id: question.id,
        survey_id: surveyId,
        position: index + 1,
        kind: question.kind,
        words: JSON.stringify(question.words),
        options: JSON.stringify(question.options),
        rows: JSON.stringify(question.rows),
        is_required: question.isRequired,
        is_overall: question.isOverall,
        department_id: question.departmentId,
        segments: [...question.segments],
      })),
    )
    .execute();
};
