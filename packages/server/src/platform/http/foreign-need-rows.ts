import type { ForeignIds, ForeignRow } from "./foreign-ids.ts";

/** A file of evidence with its bytes, which carries the id of its row. */
const evidenceRows = (id: string, mark: string, of: ForeignRow[1]): readonly ForeignRow[] => [
  [
    "stored_file",
    {
      id,
      name: mark,
      media_type: "text/plain",
      size_bytes: 1,
      sha256: Buffer.from(mark),
      content: Buffer.from(mark),
    },
  ],
  ["evidence_file", { id, ...of, file_id: id, added_at: "2026-01-01T00:00:00Z" }],
];

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
  ...evidenceRows(ids.evidenceId, mark, { promise_id: ids.promiseId }),
  ...evidenceRows(ids.needEvidenceId, mark, { need_id: ids.needId }),
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
