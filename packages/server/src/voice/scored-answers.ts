import { scaleEnds } from "@mainstay/domain/survey/scale-score";
import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import { type RawBuilder, sql } from "kysely";
import { counted } from "./shown-answers.ts";

/** Answers that may be opened one by one, of `survey_response r`: they count, and were given with a name. */
export const withName = sql<boolean>`${counted} and not r.is_anonymous`;

/**
 * Scores on one scale, of `survey_answer a` to `survey_response r`: of questions of that kind, and of the rows of a matrix that was
 * asked with as many columns as the scale has steps (`scaleOfQuestion`). A four of seven is no four of five.
 */
export const scoredOn = (scale: VoiceScale): RawBuilder<boolean> => {
  const { low, high } = scaleEnds[scale];
  return sql<boolean>`a.score is not null and (a.kind = ${scale} or (a.kind = 'matrix' and (r.round_id, a.question_id) in (
    select o.id, (q ->> 'id')::uuid from survey_round o cross join lateral jsonb_array_elements(o.questions) q
    where o.tenant_id = (select session_tenant()) and q ->> 'kind' = 'matrix'
      and jsonb_array_length(q -> 'options') = ${sql.lit(high - low + 1)})))`;
};
