import type { MergeConflict } from "@mainstay/contract/person-merge";

type Row = Readonly<Record<string, unknown>>;

/** A record's own columns that a merge or its undo may write. */
export interface PersonWords {
  readonly name: string;
  readonly external_id: string | null;
  readonly is_placeholder: boolean;
  readonly placeholder_since: string | null;
}

/** How to take a merge back: what moved, by its key; what had to give way, whole; what was changed, before and after. */
export interface MergeRecord {
  readonly gone: Row;
  readonly keptBefore: PersonWords;
  readonly keptAfter: PersonWords;
  /** Table → keys of the rows that moved. */
  readonly moved: Record<string, string[]>;
  /** Table → rows that gave way, in the order in which they can be put back. */
  readonly dropped: [table: string, rows: Row[]][];
  /** Columns of jobs that were filled in or pointed elsewhere. */
  readonly jobs: { id: string; before: Row; after: Row }[];
  /** Ties whose end moved: which end. */
  readonly ties: { id: string; end: "from_person_id" | "to_person_id" }[];
  readonly interactions: { id: string; on: string; hadBoth: boolean }[];
}

/** A merge under way. */
export interface MergeWork {
  readonly tenantId: string;
  readonly keptId: string;
  readonly goneId: string;
  readonly record: Omit<MergeRecord, "gone" | "keptBefore" | "keptAfter">;
  readonly conflicts: Map<MergeConflict, number>;
}

export const noteConflict = (
  { conflicts }: Pick<MergeWork, "conflicts">,
  kind: MergeConflict,
  count: number,
): void => {
  if (count > 0) conflicts.set(kind, (conflicts.get(kind) ?? 0) + count);
};
