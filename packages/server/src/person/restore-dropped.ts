import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import type { MergeRecord } from "./merge-record.ts";
import { asEachUser } from "./seeing-whole-person.ts";

const account =
  "exists (select 1 from account a where a.tenant_id = r.tenant_id and a.id = r.account_id)";
const person = (column: string) =>
  `exists (select 1 from person p where p.tenant_id = r.tenant_id and p.id = r.${column})`;

/** What a row hangs on must still be there; where that was deleted since, the row stays gone with it. */
const holds: Readonly<Record<string, string>> = {
  position: account,
  past_superior:
    "exists (select 1 from position o where o.tenant_id = r.tenant_id and o.id = r.position_id)",
  buying_role: `${account} and (r.project_id is null or exists (select 1 from project j where j.tenant_id = r.tenant_id and j.id = r.project_id))`,
  coach_test:
    "exists (select 1 from buying_role b where b.tenant_id = r.tenant_id and b.id = r.buying_role_id)",
  pair_level: `${account} and exists (select 1 from app_user u where u.tenant_id = r.tenant_id and u.id = r.user_id)`,
  tie: `${account} and ${person("from_person_id")} and ${person("to_person_id")}`,
  map_place: `${account} and (r.owner_user_id is null or r.owner_user_id = (select session_actor()))`,
  handover: account,
  handover_item:
    "exists (select 1 from handover h where h.tenant_id = r.tenant_id and h.id = r.handover_id)",
  fact_prompt: "true",
  stored_file: "true",
  person_photo:
    "exists (select 1 from consent c where c.tenant_id = r.tenant_id and c.id = r.consent_id and c.withdrawn_at is null) and r.expires_on >= current_date",
  person_merge: person("kept_person_id"),
};

/** The columns of a table but for those the database works out itself. */
export const writtenColumns = async (tx: Tx, table: string): Promise<RawBuilder<unknown>> => {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
      and attgenerated = ''`.execute(tx);
  return sql.join(rows.map(({ name }) => sql.ref(name)));
};

const putBack = async (
  tx: Tx,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> => {
  const condition = holds[table];
  if (!condition) throw new Error(`${table} cannot be put back.`);
  const columns = await writtenColumns(tx, table);
  await sql`insert into ${sql.table(table)} (${columns}) select ${columns}
    from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb) r
    where ${sql.raw(condition)} on conflict do nothing`.execute(tx);
};

/** A superior whose job is gone cannot be pointed to. */
const withoutLostSuperiors = async (
  tx: Tx,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<Record<string, unknown>[]> => {
  const { rows: there } = await sql<{ id: string }>`
    select id from position where id = any(${rows.map((row) => String(row["reports_to_id"] ?? "")).filter(Boolean)}::uuid[])`.execute(
    tx,
  );
  const known = new Set(there.map(({ id }) => id));
  return rows.map((row) => ({
    ...row,
    reports_to_id: known.has(String(row["reports_to_id"])) ? row["reports_to_id"] : null,
  }));
};

/** Puts the rows back that gave way in a merge, as they were. */
export const restoreDropped = async (
  tx: Tx,
  tenantId: string,
  dropped: MergeRecord["dropped"],
): Promise<void> => {
  for (const [table, rows] of dropped) {
    if (rows.length === 0) continue;
    if (table === "map_place") await asEachUser(tx, tenantId, () => putBack(tx, table, rows));
    else if (table === "position") await putBack(tx, table, await withoutLostSuperiors(tx, rows));
    else await putBack(tx, table, rows);
    // A picture whose consent ended meanwhile is not shown again, nor its bytes kept.
    if (table === "person_photo")
      await sql`delete from stored_file f where f.tenant_id = ${tenantId}::uuid
        and f.id = any(${rows.map((row) => String(row["file_id"]))}::uuid[])
        and not exists (select 1 from person_photo p where p.tenant_id = f.tenant_id and p.file_id = f.id)`.execute(
        tx,
      );
  }
};
