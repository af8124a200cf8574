/** 申告: what a customer comes with. */
export const caseKinds = ["complaint", "fault", "request", "question"] as const;
export type CaseKind = (typeof caseKinds)[number];

/** How grave it is; each level has clocks of its own (formulas, Other). */
export const caseLevels = ["general", "major", "urgent"] as const;
export type CaseLevel = (typeof caseLevels)[number];

/** Which way it reached us. */
export const caseChannels = [
  "public_page",
  "email",
  "phone",
  "message",
  "visit",
  "survey",
  "inspection",
  "import",
] as const;
export type CaseChannel = (typeof caseChannels)[number];

/** `solved` stands until the customer has spoken: 已解决,待客户确认. Only the customer's word makes it `closed`. */
export const caseStatuses = ["open", "paused", "solved", "closed", "duplicate"] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** Whose word closed it: the customer's own on the public page, or told to a colleague who called back. */
export const caseClosers = ["customer", "call_back"] as const;
export type CaseCloser = (typeof caseClosers)[number];

/** Why it happened, for the analysis of causes. */
export const caseCauses = [
  "product",
  "delivery",
  "installation",
  "documentation",
  "billing",
  "response",
  "attitude",
  "promise",
  "customer_side",
  "other",
] as const;
export type CaseCause = (typeof caseCauses)[number];

/** What a case can come from instead of a call. */
export const caseSources = ["survey_response", "call_back", "incoming_message"] as const;
export type CaseSource = (typeof caseSources)[number];

/** What can happen to a case, each one row of its timeline. */
export const caseEventKinds = [
  "opened",
  "replied",
  "feedback",
  "noted",
  "customer_wrote",
  "transfer_offered",
  "transfer_accepted",
  "transfer_declined",
  "transfer_withdrawn",
  "assigned",
  "paused",
  "resumed",
  "overran",
  "escalated",
  "level_changed",
  "edited",
  "attached",
  "detached",
  "cost_added",
  "cost_removed",
  "linked",
  "unlinked",
  "solved",
  "link_sent",
  "confirmed",
  "dissatisfied",
  "called_back",
  "reopened",
  "closed",
  "marked_duplicate",
] as const;
export type CaseEventKind = (typeof caseEventKinds)[number];
