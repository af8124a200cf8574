import { auditActZh } from "./act-zh.ts";

/** The phrase key of an act, `task.added` → `task_added`; null for an act that has no words. */
export const auditActKey = (act: string): keyof typeof auditActZh | null => {
  const key = act.replaceAll(".", "_");
  return key !== "other" && Object.hasOwn(auditActZh, key)
    ? (key as keyof typeof auditActZh)
    : null;
};

/** Nouns whose own name has an underscore; in every other act the first one stands for the dot. */
const longNouns = [
  "access_token",
  "buying_role",
  "calendar_entry",
  "calendar_feed",
  "case_form",
  "case_setting",
  "consent_text",
  "exchange_rate",
  "feedback_loop",
  "filing_link",
  "hourly_rate",
  "impact_assessment",
  "incoming_hook",
  "incoming_message",
  "mail_setting",
  "notification_preference",
  "outgoing_message",
  "pair_level",
  "privacy_notice",
  "programme_rule",
  "requirement_change",
  "saved_view",
  "second_factor",
  "service_policy",
  "signal_rule",
  "single_sign_on",
  "subject_packet",
  "subject_request",
  "survey_invitation",
  "survey_response",
  "survey_round",
  "survey_setting",
  "team_member",
];

/** The act of a phrase key, `task_added` → `task.added`. */
export const auditActOfKey = (key: string): string => {
  const noun = longNouns.find((one) => key.startsWith(`${one}_`)) ?? key.split("_")[0] ?? "";
  return `${noun}.${key.slice(noun.length + 1)}`;
};

/** Every act that has words. */
export const auditActs: readonly string[] = Object.keys(auditActZh)
  .filter((key) => key !== "other")
  .map(auditActOfKey);
