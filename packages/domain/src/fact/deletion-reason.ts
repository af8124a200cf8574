/** Why personal data was deleted; stands in the receipt (PIPL Article 47). */
export const deletionReasons = [
  "expired",
  "consent_withdrawn",
  "consent_expired",
  "subject_request",
  "purpose_done",
  "corrected",
  "person_erased",
] as const;
export type DeletionReason = (typeof deletionReasons)[number];
