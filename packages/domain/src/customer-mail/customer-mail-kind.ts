/** What we write to people of a customer of the product's own accord. */
export const customerMailKinds = [
  "case_received",
  "case_reply",
  "case_confirmation",
  "case_reminder",
  "survey_invitation",
  "survey_reminder",
] as const;
export type CustomerMailKind = (typeof customerMailKinds)[number];

/** Mail that a person can ask not to get any more: what asks for their opinion. Answers to what they asked stay. */
export const surveyMailKinds: readonly CustomerMailKind[] = [
  "survey_invitation",
  "survey_reminder",
];
