import type { ForeignIds, ForeignRow } from "./foreign-ids.ts";

/** A need and a promise of the other workspace with a step each; `mark` in every text. */
export const foreignNeedRows = (ids: ForeignIds, mark: string): readonly ForeignRow[] => [
  [
    "need",
    {
      id: ids.needId,
      account_id: ids.accountId,
      person_id: ids.personId,
      title: mark,
      description: mark,
      level: "business",
      visibility: "hidden",
      state: "signal",
      state_since: "2026-01-01",
      source: "visit",
      customer_value_minor: 1,
      capability: 3,
    },
  ],
  [
    "promise",
    {
      id: ids.promiseId,
      account_id: ids.accountId,
      person_id: ids.personId,
      title: mark,
      department_id: ids.departmentId,
      made_on: "2026-01-01",
      due_on: "2026-01-02",
      first_due_on: "2026-01-02",
    },
  ],
  [
    "stored_file",
    {
      id: ids.evidenceId,
      name: mark,
      media_type: "text/plain",
      size_bytes: 1,
      sha256: Buffer.from(mark),
      content: Buffer.from(mark),
    },
  ],
  [
    "evidence_file",
    {
      id: ids.evidenceId,
      promise_id: ids.promiseId,
      file_id: ids.evidenceId,
      added_at: "2026-01-01T00:00:00Z",
    },
  ],
  [
    "stored_file",
    {
      id: ids.needEvidenceId,
      name: mark,
      media_type: "text/plain",
      size_bytes: 1,
      sha256: Buffer.from(mark),
      content: Buffer.from(mark),
    },
  ],
  [
    "evidence_file",
    {
      id: ids.needEvidenceId,
      need_id: ids.needId,
      file_id: ids.needEvidenceId,
      added_at: "2026-01-01T00:00:00Z",
    },
  ],
  [
    "promise_step",
    {
      id: ids.promiseId,
      promise_id: ids.promiseId,
      kind: "given",
      on_day: "2026-01-01",
      words: mark,
      made_at: "2026-01-01T00:00:00Z",
    },
  ],
  [
    "need_step",
    {
      id: ids.needId,
      need_id: ids.needId,
      to_state: "signal",
      evidence: mark,
      on_day: "2026-01-01",
      made_at: "2026-01-01T00:00:00Z",
    },
  ],
];
