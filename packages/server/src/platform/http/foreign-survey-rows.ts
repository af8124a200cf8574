import type { ForeignIds, ForeignRow } from "./foreign-ids.ts";

/** A survey of the other workspace with a question, an open round, who was asked, and mail; `mark` in every text. */
export const foreignSurveyRows = (ids: ForeignIds, mark: string): readonly ForeignRow[] => [
  [
    "survey",
    {
      id: ids.surveyId,
      title: JSON.stringify({ zh: mark }),
      introduction: JSON.stringify({ zh: mark }),
      thanks: JSON.stringify({ zh: mark }),
      status: "running",
      sampling: JSON.stringify({ departments: [mark] }),
    },
  ],
  [
    "survey_question",
    {
      id: ids.questionId,
      survey_id: ids.surveyId,
      position: 1,
      kind: "nps",
      words: JSON.stringify({ zh: mark }),
      options: JSON.stringify([{ key: mark, zh: mark }]),
    },
  ],
  [
    "survey_round",
    {
      id: ids.roundId,
      survey_id: ids.surveyId,
      number: 1,
      opened_on: "2026-01-01",
      closes_on: "2999-01-01",
      seed: 1,
      questions: JSON.stringify([
        {
          id: ids.questionId,
          position: 1,
          kind: "text",
          words: { zh: mark, en: mark },
          options: [],
          rows: [],
          isRequired: false,
          isOverall: false,
          departmentId: null,
          segments: [],
        },
      ]),
      is_anonymous: false,
    },
  ],
  [
    "survey_invitation",
    {
      id: ids.invitationId,
      round_id: ids.roundId,
      account_id: ids.accountId,
      person_id: ids.personId,
      status: "sent",
      dropped_because: mark,
      planned_on: "2026-01-01",
    },
  ],
  [
    "customer_mail",
    {
      id: ids.invitationId,
      kind: "survey_invitation",
      to_address: mark,
      person_id: ids.personId,
      account_id: ids.accountId,
      invitation_id: ids.invitationId,
      from_name: mark,
      subject: mark,
      body_text: mark,
      body_html: mark,
      dedupe_key: mark,
      message_id: mark,
      status: "dead",
      last_error: mark,
      next_try_at: "2026-01-01T00:00:00Z",
      created_at: "2026-01-01T00:00:00Z",
    },
  ],
  [
    "survey_opt_out",
    { person_id: ids.personId, opted_out_at: "2026-01-01T00:00:00Z", via: "by_hand" },
  ],
  [
    "survey_setting",
    { rest_days: 1, most_a_year: 1, sender_name: mark, updated_at: "2026-01-01T00:00:00Z" },
  ],
];
