import type { ForeignIds, ForeignRow } from "./foreign-ids.ts";

/** A dissatisfied customer of the other workspace on the way to the next answer; `mark` in every text. */
export const foreignLoopRows = (ids: ForeignIds, mark: string): readonly ForeignRow[] => [
  [
    "feedback_loop",
    {
      id: ids.loopId,
      account_id: ids.accountId,
      person_id: ids.personId,
      owner_user_id: ids.userId,
      status: "contacted",
      opened_at: "2026-01-01T00:00:00Z",
      contact_due_at: "2026-01-03T00:00:00Z",
      contacted_at: "2026-01-02T00:00:00Z",
      contact_note: mark,
      rectification: mark,
      follow_up_note: mark,
      dropped_because: mark,
      scale: "csat",
      score_before: 1,
    },
  ],
];
