import type { ForeignIds, ForeignRow } from "./foreign-ids.ts";

/** A need of the other workspace with a step; `mark` in every text. */
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
