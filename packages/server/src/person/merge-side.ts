import { type MergedThing, type MergeSide, mergedThings } from "@mainstay/contract/person-merge";
import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { personTables } from "./person-tables.ts";

interface SideRecord {
  id: string;
  name: string;
  external_id: string | null;
  is_placeholder: boolean;
  version: number;
  created_at: Date;
  jobs: MergeSide["jobs"];
}

/** A record as it stands beside another: its own words and the jobs this reader sees. */
export const findMergeSides = async (
  db: Db,
  tenantId: string,
  personIds: readonly string[],
): Promise<Map<string, Omit<MergeSide, "counts">>> => {
  const { rows } = await sql<SideRecord>`
    select p.id, p.name, p.external_id, p.is_placeholder, p.version, p.created_at, coalesce(jsonb_agg(jsonb_build_object(
      'account', jsonb_build_object('id', a.id, 'name', a.name), 'title', o.title, 'department', o.department,
      'startsOn', o.starts_on, 'endsOn', o.ends_on) order by o.ends_on is not null, a.name) filter (where a.id is not null), '[]') as jobs
    from person p left join position o on o.tenant_id = p.tenant_id and o.person_id = p.id
    left join account a on a.tenant_id = o.tenant_id and a.id = o.account_id
    where p.tenant_id = ${tenantId}::uuid and p.id = any(${[...personIds]}::uuid[]) group by p.tenant_id, p.id`.execute(
    db,
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: row.name,
        externalId: row.external_id,
        isPlaceholder: row.is_placeholder,
        version: row.version,
        createdAt: row.created_at.toISOString(),
        jobs: row.jobs,
      },
    ]),
  );
};

/** How much of each kind hangs on a record. */
export const countThings = async (
  tx: Tx,
  tenantId: string,
  personId: string,
): Promise<MergeSide["counts"]> => {
  const [tenant, person] = [sql`${tenantId}::uuid`, sql`${personId}::uuid`];
  const counts = Object.fromEntries(mergedThings.map((thing) => [thing, 0])) as Record<
    MergedThing,
    number
  >;
  const count = async (thing: MergedThing, condition: ReturnType<typeof sql>) => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${condition}`.execute(tx);
    counts[thing] = rows[0]?.n ?? 0;
  };
  for (const { table, thing } of personTables)
    if (thing)
      await count(
        thing,
        sql`${sql.table(table)} where tenant_id = ${tenant} and person_id = ${person}`,
      );
  await count("positions", sql`position where tenant_id = ${tenant} and person_id = ${person}`);
  await count(
    "ties",
    sql`tie where tenant_id = ${tenant} and ${person} in (from_person_id, to_person_id)`,
  );
  await count(
    "interactions",
    sql`interaction where tenant_id = ${tenant} and person_ids @> array[${person}]`,
  );
  return counts;
};

export const sideOf = <Side>(sides: Map<string, Side>, personId: string): Side => {
  const side = sides.get(personId);
  if (!side) throw new AppError("person.not_found");
  return side;
};
