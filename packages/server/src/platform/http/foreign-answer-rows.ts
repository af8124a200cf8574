import type { ForeignIds, ForeignRow } from "./foreign-ids.ts";

/** An answer in words to the round of foreign-survey-rows; `mark` in every text. */
export const foreignAnswerRows = (ids: ForeignIds, mark: string): readonly ForeignRow[] => [
  [
    "survey_response",
    {
      id: ids.responseId,
      survey_id: ids.surveyId,
      round_id: ids.roundId,
      account_id: ids.accountId,
      person_id: ids.personId,
      is_anonymous: false,
      is_complete: true,
      started_at: "2026-01-01T00:00:00Z",
      answered_at: "2026-01-01T00:00:00Z",
      answered_on: "2026-01-01",
      locale: "zh-CN",
      overall_kind: "nps",
      overall_score: 3,
    },
  ],
  [
    "survey_answer",
    { response_id: ids.responseId, question_id: ids.questionId, kind: "text", words: mark },
  ],
];
