import type { SheetAnswer } from "@mainstay/domain/survey/check-answers";
import { isBlank } from "@mainstay/domain/survey/check-answers";
import { scaleOfQuestion } from "@mainstay/domain/feedback-loop/dissatisfaction";
import type { FrozenQuestion } from "@mainstay/domain/survey/frozen-question";
import { scaleEnds } from "@mainstay/domain/survey/scale-score";
import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";

/** The answers of a response as they were given, in no particular order. */
export const listAnswers = async (
  db: Db,
  tenantId: string,
  responseId: string,
): Promise<SheetAnswer[]> => {
  const { rows } = await sql<SheetAnswer & { kind: string }>`
    select question_id as "questionId", row_key as "rowKey", kind, score, choices, words
    from survey_answer where tenant_id = ${tenantId}::uuid and response_id = ${responseId}::uuid`.execute(
    db,
  );
  // The score of a matrix's row is worked out from its column; what was given is the column.
  return rows.map(({ kind, ...row }) => ({ ...row, score: kind === "matrix" ? null : row.score }));
};

/** The score of a row of a matrix whose columns are a scale, the worst one first; null where they are none. */
const rowScore = (question: FrozenQuestion, choice: string | undefined): number | null => {
  const scale = scaleOfQuestion("matrix", question.options.length);
  const place = question.options.findIndex(({ key }) => key === choice);
  return scale === null || place < 0 ? null : scaleEnds[scale].low + place;
};

/** Writes answers over those of the same place; one that says nothing takes the earlier one away. */
export const saveAnswers = async (
  tx: Tx,
  tenantId: string,
  responseId: string,
  questions: readonly FrozenQuestion[],
  answers: readonly SheetAnswer[],
): Promise<void> => {
  if (answers.length === 0) return;
  const rows = answers.map((answer) => {
    const question = questions.find(({ id }) => id === answer.questionId);
    if (!question) throw new RangeError("answers are checked before they are saved");
    const { kind } = question;
    return {
      questionId: answer.questionId,
      rowKey: answer.rowKey,
      kind,
      departmentId: question.departmentId,
      score: kind === "matrix" ? rowScore(question, answer.choices[0]) : answer.score,
      choices: answer.choices,
      words: kind === "text" ? answer.words : null,
      isBlank: isBlank(answer),
    };
  });
  await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g ("questionId" uuid, "rowKey" text, kind text,
        "departmentId" uuid, score smallint, choices text[], words text, "isBlank" boolean)
    ), taken_back as (
      delete from survey_answer a using given g
      where g."isBlank" and a.tenant_id = ${tenantId}::uuid and a.response_id = ${responseId}::uuid
        and a.question_id = g."questionId" and a.row_key = g."rowKey"
    )
    insert into survey_answer (tenant_id, response_id, question_id, row_key, kind, department_id, score, choices, words)
    select ${tenantId}::uuid, ${responseId}::uuid, "questionId", "rowKey", kind, "departmentId", score,
      coalesce(choices, '{}'), words
    from given where not "isBlank"
    on conflict (tenant_id, response_id, question_id, row_key) do update
      set score = excluded.score, choices = excluded.choices, words = excluded.words`.execute(tx);
};
