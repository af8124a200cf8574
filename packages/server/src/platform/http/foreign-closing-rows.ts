import type { ForeignIds, ForeignRow } from "./foreign-ids.ts";

/** An inspection of the other workspace that is announced, with an item and a call; `mark` in every text. */
export const foreignClosingRows = (ids: ForeignIds, mark: string): readonly ForeignRow[] => [
  [
    "inspection",
    {
      id: ids.inspectionId,
      number: 1,
      population: "solved_case",
      from_on: "2026-01-01",
      to_on: "2026-01-31",
      is_stratified: false,
      sample_size: 1,
      population_ids: [ids.caseId],
      population_sha256: "0".repeat(64),
      commitment_sha256: "0".repeat(64),
      nonce: mark,
      announced_by: ids.userId,
      announced_at: "2026-01-01T00:00:00Z",
    },
  ],
  [
    "inspection_item",
    {
      id: ids.itemId,
      inspection_id: ids.inspectionId,
      // Not the first: an inspection that is still to be drawn gives that place away.
      position: 2,
      subject_kind: "case",
      subject_id: ids.caseId,
      account_id: ids.accountId,
    },
  ],
  [
    "call_back",
    {
      id: ids.callBackId,
      inspection_item_id: ids.itemId,
      account_id: ids.accountId,
      person_id: ids.personId,
      called_by: ids.userId,
      called_at: "2026-01-02T00:00:00Z",
      outcome: "not_reached",
      words: mark,
    },
  ],
];
