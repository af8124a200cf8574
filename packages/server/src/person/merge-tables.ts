import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import { type MergeWork, noteConflict } from "./merge-record.ts";
import { movedUnder, type PersonTable, personTables } from "./person-tables.ts";
import { asEachUser } from "./seeing-whole-person.ts";

type Row = Record<string, unknown>;

/**
 * Takes rows out of a table and keeps them whole in the record; roles take their coach tests along, photos
 * their file. */
const dropRows = async (
  tx: Tx,
  work: MergeWork,
  { table, key }: Pick<PersonTable, "table" | "key">,
  keys: readonly string[],
): Promise<void> => {
  if (keys.length === 0) return;
  const tenant = sql`${work.tenantId}::uuid`;
  const children: [string, Row[]][] = [];
  if (table === "buying_role") {
    const { rows } = await sql<{ row: Row }>`select to_jsonb(t) as row from coach_test t
      where tenant_id = ${tenant} and buying_role_id = any(${[...keys]}::uuid[])`.execute(tx);
    if (rows.length > 0) children.push(["coach_test", rows.map(({ row }) => row)]);
  }
  if (table === "handover") {
    const { rows } = await sql<{ row: Row }>`select to_jsonb(t) as row from handover_item t
      where tenant_id = ${tenant} and handover_id = any(${[...keys]}::uuid[])`.execute(tx);
    children.push(["handover_item", rows.map(({ row }) => row)]);
  }
  if (table === "person_photo") {
    const { rows } = await sql<{ row: Row }>`select to_jsonb(f) as row from stored_file f
      where tenant_id = ${tenant} and id::text = any(${[...keys]}::text[])`.execute(tx);
    work.record.dropped.push(["stored_file", rows.map(({ row }) => row)]);
  }
  const { rows } = await sql<{ row: Row }>`
    delete from ${sql.table(table)} t where tenant_id = ${tenant} and person_id in (${work.keptId}::uuid, ${work.goneId}::uuid)
      and ${sql.raw(key)} = any(${[...keys]}::text[]) returning to_jsonb(t) as row`.execute(tx);
  work.record.dropped.push([table, rows.map(({ row }) => row)], ...children);
};

/** Lets the rows give way that cannot stand beside each other. */
const settleConflicts = async (tx: Tx, work: MergeWork, of: PersonTable): Promise<void> => {
  if (!of.same || !of.conflict) return;
  const keyOf = (alias: string) => sql.raw(of.key.replace(/^(\w+)/, `${alias}.$1`));
  const { rows } = await sql<{ g: string; k: string; kept_gives_way: boolean }>`
    select ${keyOf("g")} as g, ${keyOf("k")} as k, ${sql.raw(of.keptGivesWay ?? "false")} as kept_gives_way
    from ${sql.table(of.table)} g join ${sql.table(of.table)} k on k.tenant_id = g.tenant_id and ${sql.raw(of.same)}
    where g.tenant_id = ${work.tenantId}::uuid and g.person_id = ${work.goneId}::uuid and k.person_id = ${work.keptId}::uuid`.execute(
    tx,
  );
  await dropRows(
    tx,
    work,
    of,
    rows.map((pair) => (pair.kept_gives_way ? pair.k : pair.g)),
  );
  noteConflict(work, of.conflict, rows.length);
};

const moveRows = async (tx: Tx, work: MergeWork, of: PersonTable): Promise<void> => {
  await settleConflicts(tx, work, of);
  const person = sql.ref(of.column ?? "person_id");
  const { rows } = await sql<{ key: string }>`
    update ${sql.table(of.table)} set ${person} = ${work.keptId}::uuid
    where tenant_id = ${work.tenantId}::uuid and ${person} = ${work.goneId}::uuid returning ${sql.raw(of.key)} as key`.execute(
    tx,
  );
  const moved = (work.record.moved[movedUnder(of)] ??= []);
  moved.push(...rows.map(({ key }) => key));
};

/** Moves every row that hangs on the record that goes, but for jobs and ties. Sealed values move sealed. */
export const moveTables = async (tx: Tx, work: MergeWork): Promise<void> => {
  for (const of of personTables) {
    if (of.isOfUsers) await asEachUser(tx, work.tenantId, () => moveRows(tx, work, of));
    else await moveRows(tx, work, of);
  }
};

/** Moves what a merge moved back to the record that is there again; rows deleted since stay deleted. */
export const moveTablesBack = async (
  tx: Tx,
  { tenantId, keptId, goneId }: Pick<MergeWork, "tenantId" | "keptId" | "goneId">,
  moved: Readonly<Record<string, readonly string[]>>,
): Promise<void> => {
  const back = async (of: PersonTable): Promise<void> => {
    const keys = moved[movedUnder(of)] ?? [];
    const person = sql.ref(of.column ?? "person_id");
    if (keys.length === 0) return;
    await sql`update ${sql.table(of.table)} set ${person} = ${goneId}::uuid
      where tenant_id = ${tenantId}::uuid and ${person} = ${keptId}::uuid
        and ${sql.raw(of.key)} = any(${[...keys]}::text[])`.execute(tx);
  };
  for (const of of personTables) {
    if (of.isOfUsers) await asEachUser(tx, tenantId, () => back(of));
    else await back(of);
  }
};
