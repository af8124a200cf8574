import {
  type Dissatisfaction,
  findDissatisfaction,
  type ScoredAnswer,
  scaleOfQuestion,
} from "@mainstay/domain/feedback-loop/dissatisfaction";
import type { BilingualWords } from "@mainstay/domain/survey/frozen-question";
import type { QuestionKind } from "@mainstay/domain/survey/survey-kind";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

interface AnswerRecord {
  question_id: string;
  row_key: string;
  kind: QuestionKind;
  department_id: string | null;
  score: number | null;
  words: string | null;
  columns: number;
  is_overall: boolean;
  asked: BilingualWords;
}

const toScored = (row: AnswerRecord): ScoredAnswer => ({
  questionId: row.question_id,
  rowKey: row.row_key,
  scale: scaleOfQuestion(row.kind, row.columns),
  score: row.score,
  departmentId: row.department_id,
  isOverall: row.is_overall,
});

/** What a response says that is dissatisfied, the question it says it to, and the customer's own words beside it. */
export interface DissatisfiedResponse extends Dissatisfaction {
  readonly asked: BilingualWords;
  readonly verbatims: readonly string[];
}

/** Reads a response's answers as its round asked them; null when nothing in it is dissatisfied. */
export const readDissatisfaction = async (
  db: Db,
  tenantId: string,
  responseId: string,
): Promise<DissatisfiedResponse | null> => {
  const { rows } = await sql<AnswerRecord>`
    select w.question_id, w.row_key, w.kind, w.department_id, w.score, w.words,
      coalesce(jsonb_array_length(q -> 'options'), 0) as columns,
      coalesce((q ->> 'isOverall')::boolean, false) as is_overall, coalesce(q -> 'words', '{}') as asked
    from survey_answer w
    join survey_response p on p.tenant_id = w.tenant_id and p.id = w.response_id
    join survey_round d on d.tenant_id = p.tenant_id and d.id = p.round_id
    left join lateral (select q from jsonb_array_elements(d.questions) q where q ->> 'id' = w.question_id::text limit 1) asked (q) on true
    where w.tenant_id = ${tenantId}::uuid and w.response_id = ${responseId}::uuid
    order by w.question_id, w.row_key`.execute(db);
  const ground = findDissatisfaction(rows.map(toScored));
  if (!ground) return null;
  return {
    ...ground,
    asked: rows.find(({ question_id }) => question_id === ground.questionId)?.asked ?? {},
    verbatims: rows.flatMap(({ words }) => (words?.trim() ? [words.trim()] : [])),
  };
};
