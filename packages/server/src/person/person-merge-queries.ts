import type { MergeView } from "@mainstay/contract/person-merge";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/** Merges into this person that can still be taken back, newest first. */
export const listOpenMerges = async (db: Db, tenantId: string, personId: string, now: Date) => {
  const { rows } = await sql<{ id: string; gone_name: string; merged_at: Date; undo_until: Date }>`
    select id, gone_name, merged_at, undo_until from person_merge
    where tenant_id = ${tenantId}::uuid and kept_person_id = ${personId}::uuid and undone_at is null
      and before_sealed is not null and undo_until > ${now}
    order by merged_at desc, id`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    goneName: row.gone_name,
    mergedAt: row.merged_at.toISOString(),
    undoUntil: row.undo_until.toISOString(),
  }));
};

/** A merge as it goes over the wire. */
export const toMergeView = (row: {
  id: string;
  kept_person_id: string;
  gone_person_id: string;
  gone_name: string;
  merged_at: Date;
  undo_until: Date;
  undone_at: Date | null;
}): MergeView => ({
  id: row.id,
  keptPersonId: row.kept_person_id,
  gonePersonId: row.gone_person_id,
  goneName: row.gone_name,
  mergedAt: row.merged_at.toISOString(),
  undoUntil: row.undo_until.toISOString(),
  undoneAt: row.undone_at?.toISOString() ?? null,
});
