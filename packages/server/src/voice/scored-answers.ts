import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import { type RawBuilder, sql } from "kysely";
import { counted } from "./shown-answers.ts";

/** Answers that may be opened one by one, of `survey_response r`: they count, and were given with a name. */
export const withName = sql<boolean>`${counted} and not r.is_anonymous`;

/** Scores on one scale, of `survey_answer a`; rows of a matrix of five columns are satisfaction. */
export const scoredOn = (scale: VoiceScale): RawBuilder<boolean> => {
  const kinds = scale === "csat" ? ["csat", "matrix"] : [scale];
  return sql<boolean>`a.kind = any(${kinds}::text[]) and a.score is not null and (a.kind <> 'matrix' or a.score between 1 and 5)`;
};
