export const surveyStatuses = ["draft", "running", "ended"] as const;
export type SurveyStatus = (typeof surveyStatuses)[number];

/** When a survey is asked again by itself; `after_case`: whenever a customer has closed a case. */
export const surveyRhythms = [
  "once",
  "monthly",
  "quarterly",
  "half_yearly",
  "yearly",
  "after_case",
] as const;
export type SurveyRhythm = (typeof surveyRhythms)[number];

/** The three published scales (formulas § 2): 0–10, 1–5, 1–7. Never mixed in one trend. */
export const voiceScales = ["nps", "csat", "ces"] as const;
export type VoiceScale = (typeof voiceScales)[number];

export const questionKinds = [
  ...voiceScales,
  "single_choice",
  "multiple_choice",
  "matrix",
  "text",
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export const invitationStatuses = [
  "planned",
  "sent",
  "opened",
  "answered",
  "bounced",
  "declined",
  "dropped",
] as const;
export type InvitationStatus = (typeof invitationStatuses)[number];
