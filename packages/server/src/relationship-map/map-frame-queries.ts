import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import type { MapFrame } from "./map-queries.ts";

/** Where people were put, by everybody (`isShared`) and by the actor; row security hides other people's layouts. */
export const listPlaces = async (db: Db, { tenantId, accountId }: MapFrame) => {
  const { rows } = await sql<{ personId: string; x: number; y: number; isShared: boolean }>`
    select person_id as "personId", x, y, owner_user_id is null as "isShared" from map_place
    where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid order by person_id`.execute(
    db,
  );
  return rows;
};

interface MeasureRow {
  on: string;
  members: number;
  supportIndex: number | null;
  coverage: number | null;
  knownShare: number | null;
  threadCount: number;
  busFactor: number;
}

const measureColumns = sql`members, index_in_sight(support_index, known_people) as "supportIndex", coverage, known_share as "knownShare",
  thread_count as "threadCount", bus_factor as "busFactor"`;

/** The present measures with their red flags, or null while the account was never measured. */
export const findMeasures = async (
  db: Db,
  { tenantId, accountId }: MapFrame,
  projectId: string | null,
) => {
  const { rows } = await sql<
    MeasureRow & { supportIndexBefore: number | null; redFlags: string[] }
  >`
    select as_of as "on", ${measureColumns}, index_in_sight(support_index_before, known_people) as "supportIndexBefore", red_flags as "redFlags"
    from account_relationship where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid
      and project_id is not distinct from ${projectId}::uuid`.execute(db);
  return rows[0] ?? null;
};

/** The weekly snapshots of the last two years, oldest first. */
export const listWeeks = async (
  db: Db,
  { tenantId, accountId }: MapFrame,
  projectId: string | null,
) => {
  const { rows } = await sql<MeasureRow>`
    select week_on as "on", ${measureColumns}
    from relationship_snapshot where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid
      and project_id is not distinct from ${projectId}::uuid and week_on > current_date - 740
    order by week_on`.execute(db);
  return rows;
};

/** The account's projects, open ones first. */
export const listProjectNames = async (db: Db, { tenantId, accountId }: MapFrame) => {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from project where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid
    order by (status <> 'open'), name, id`.execute(db);
  return rows;
};

/** Names of our own people. */
export const listOurUsers = async (db: Db, tenantId: string, ids: readonly string[]) => {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from app_user where tenant_id = ${tenantId}::uuid and id = any(${[...ids]}::uuid[])
    order by name, id`.execute(db);
  return rows;
};
