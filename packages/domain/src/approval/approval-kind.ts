/** What may wait for a second person (审批). */
export const approvalKinds = [
  "segment_move",
  "programme_entry",
  "programme_exit",
  "rescue_offer",
  "discount",
  "gift",
  "export",
  "sensitive_access",
] as const;
export type ApprovalKind = (typeof approvalKinds)[number];

/** `lapsed`: approved or waiting, but its time ran out unused. */
export const approvalStatuses = ["pending", "approved", "refused", "withdrawn", "lapsed"] as const;
export type ApprovalStatus = (typeof approvalStatuses)[number];
