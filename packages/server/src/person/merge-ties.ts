import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import { type MergeWork, noteConflict } from "./merge-record.ts";

/**
 * Moves the lines of the map. A line between the two records falls away, and of two open lines of one kind between the same two
 * people the one of the record that stays remains.
 */
export const moveTies = async (tx: Tx, work: MergeWork): Promise<void> => {
  const { tenantId, keptId, goneId, record } = work;
  const tenant = sql`${tenantId}::uuid`;
  const [kept, gone] = [sql`${keptId}::uuid`, sql`${goneId}::uuid`];
  const drop = async (condition: ReturnType<typeof sql>): Promise<number> => {
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      delete from tie t where t.tenant_id = ${tenant} and ${condition} returning to_jsonb(t) as row`.execute(
      tx,
    );
    if (rows.length > 0) record.dropped.push(["tie", rows.map(({ row }) => row)]);
    return rows.length;
  };
  const between = await drop(
    sql`t.from_person_id in (${kept}, ${gone}) and t.to_person_id in (${kept}, ${gone})`,
  );
  noteConflict(work, "tie_between_both", between);
  const asKept = (column: string) =>
    sql`(case when ${sql.ref(column)} = ${gone} then ${kept} else ${sql.ref(column)} end)`;
  const same = await drop(sql`t.ended_on is null and ${gone} in (t.from_person_id, t.to_person_id)
    and exists (select 1 from tie k where k.tenant_id = t.tenant_id and k.account_id = t.account_id and k.kind = t.kind
      and k.ended_on is null and k.id <> t.id and k.from_person_id = ${asKept("t.from_person_id")}
      and k.to_person_id = ${asKept("t.to_person_id")})`);
  noteConflict(work, "same_tie", same);
  for (const end of ["from_person_id", "to_person_id"] as const) {
    const { rows } = await sql<{ id: string }>`
      update tie set ${sql.ref(end)} = ${kept} where tenant_id = ${tenant} and ${sql.ref(end)} = ${gone} returning id`.execute(
      tx,
    );
    record.ties.push(...rows.map(({ id }) => ({ id, end })));
  }
};

/** Gives the ends of lines back that a merge moved. */
export const moveTiesBack = async (
  tx: Tx,
  { tenantId, keptId, goneId }: Pick<MergeWork, "tenantId" | "keptId" | "goneId">,
  ties: MergeWork["record"]["ties"],
): Promise<void> => {
  for (const end of ["from_person_id", "to_person_id"] as const) {
    const ids = ties.filter((tie) => tie.end === end).map(({ id }) => id);
    await sql`update tie set ${sql.ref(end)} = ${goneId}::uuid where tenant_id = ${tenantId}::uuid
      and ${sql.ref(end)} = ${keptId}::uuid and id = any(${ids}::uuid[])`.execute(tx);
  }
};
