import { shippedClockSetting } from "@mainstay/domain/case/case-clock-setting";
import type { ForeignIds, ForeignRow } from "./foreign-ids.ts";

/** A case of the other workspace with what hangs on it; `mark` in every text. */
export const foreignCaseRows = (ids: ForeignIds, mark: string): readonly ForeignRow[] => [
  [
    "service_case",
    {
      id: ids.caseId,
      number: 1,
      account_id: ids.accountId,
      kind: "fault",
      level: "general",
      title: mark,
      description: mark,
      channel: "phone",
      person_id: ids.personId,
      first_responder_id: ids.userId,
      policy_version: 0,
      reply_due_at: "2999-01-01T00:00:00Z",
      solve_due_at: "2999-01-01T00:00:00Z",
    },
  ],
  [
    "case_event",
    { id: ids.caseId, case_id: ids.caseId, kind: "noted", at: "2026-01-01T00:00:00Z", words: mark },
  ],
  ["case_counter", { last_number: 1 }],
  [
    "case_transfer",
    {
      id: ids.caseId,
      case_id: ids.caseId,
      to_user_id: ids.userId,
      offered_at: "2026-01-01T00:00:00Z",
      reason: mark,
    },
  ],
  [
    "case_pause",
    {
      id: ids.caseId,
      case_id: ids.caseId,
      paused_at: "2026-01-01T00:00:00Z",
      until_at: "2026-01-02T00:00:00Z",
      ended_at: "2026-01-02T00:00:00Z",
      reason: mark,
      agreed_by_person_id: ids.personId,
      agreed_by_name: mark,
      agreed_via: "phone",
      agreed_at: "2026-01-01T00:00:00Z",
    },
  ],
  [
    "case_clock_setting",
    {
      version: 1,
      setting: JSON.stringify(shippedClockSetting),
      changed_at: "2026-01-01T00:00:00Z",
    },
  ],
  [
    "stored_file",
    {
      id: ids.attachmentId,
      name: mark,
      media_type: "text/plain",
      size_bytes: 1,
      sha256: Buffer.from(mark),
      content: Buffer.from(mark),
    },
  ],
  [
    "case_attachment",
    {
      id: ids.attachmentId,
      case_id: ids.caseId,
      file_id: ids.attachmentId,
      person_id: ids.personId,
      added_at: "2026-01-01T00:00:00Z",
    },
  ],
  [
    "cost_entry",
    {
      id: ids.costId,
      account_id: ids.accountId,
      kind: "travel",
      incurred_on: "2026-01-01",
      amount_minor: 1,
      note: mark,
      source_kind: "case",
      source_id: ids.caseId,
    },
  ],
  ["hourly_rate", { role: "service", rate_minor: 1, set_at: "2026-01-01T00:00:00Z" }],
  [
    "case_link",
    {
      id: ids.caseLinkId,
      case_id: ids.caseId,
      person_id: ids.personId,
      linked_at: "2026-01-01T00:00:00Z",
    },
  ],
];
