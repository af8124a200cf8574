import type { BuyingRole, CoachTest } from "@mainstay/domain/buying-role/buying-role";
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

export interface WorkingPerson {
  person_id: string;
  name: string;
  is_placeholder: boolean;
  placeholder_since: string | null;
  no_profiling: boolean;
  is_restricted: boolean;
  position_id: string;
  title: string | null;
  department: string | null;
}

/** Who works at the account on the day, by pinyin; one row a person. */
export const listWorkingPeople = async (
  db: Db,
  tenantId: string,
  accountId: string,
  today: string,
): Promise<WorkingPerson[]> => {
  const { rows } = await sql<WorkingPerson>`
    select * from (
      select distinct on (o.person_id) p.id as person_id, p.name, p.pinyin, p.is_placeholder, p.placeholder_since,
        p.no_profiling, p.restricted_at is not null as is_restricted, o.id as position_id, o.title, o.department
      from position o join person p on p.tenant_id = o.tenant_id and p.id = o.person_id
      where o.tenant_id = ${tenantId}::uuid and o.account_id = ${accountId}::uuid
        and (o.ends_on is null or o.ends_on > ${today}::date)
      order by o.person_id, o.ends_on desc nulls first, o.id) w
    order by w.pinyin, w.name, w.person_id limit 500`.execute(db);
  return rows;
};

export interface RoleRecord {
  id: string;
  account_id: string;
  person_id: string;
  project_id: string | null;
  project_name: string | null;
  role: BuyingRole;
}

const listRoles = async (db: Db, which: RawBuilder<boolean>): Promise<RoleRecord[]> => {
  const { rows } = await sql<RoleRecord>`
    select b.id, b.account_id, b.person_id, b.project_id, q.name as project_name, b.role
    from buying_role b left join project q on q.tenant_id = b.tenant_id and q.id = b.project_id
    where ${which} order by (b.project_id is not null), b.set_at desc`.execute(db);
  return rows;
};

/** Roles at an account: its defaults and those of one project. */
export const listRolesOfAccount = (
  db: Db,
  tenantId: string,
  accountId: string,
  projectId: string | null,
) =>
  listRoles(
    db,
    sql`b.tenant_id = ${tenantId}::uuid and b.account_id = ${accountId}::uuid
      and (b.project_id is null or b.project_id = ${projectId}::uuid)`,
  );

/** Roles of a person at every account. */
export const listRolesOfPerson = (db: Db, tenantId: string, personId: string) =>
  listRoles(db, sql`b.tenant_id = ${tenantId}::uuid and b.person_id = ${personId}::uuid`);

export interface CoachTestRecord {
  buying_role_id: string;
  test: CoachTest;
  evidence: string;
}

/** The sentences behind coaches, of an account or of a person. */
export const listCoachTests = async (
  db: Db,
  tenantId: string,
  of: { accountId: string } | { personId: string },
): Promise<CoachTestRecord[]> => {
  const which =
    "accountId" in of
      ? sql`account_id = ${of.accountId}::uuid`
      : sql`person_id = ${of.personId}::uuid`;
  const { rows } = await sql<CoachTestRecord>`
    select buying_role_id, test, evidence from coach_test
    where tenant_id = ${tenantId}::uuid and ${which} order by buying_role_id, test`.execute(db);
  return rows;
};

/** Whether this session comes near profiles (class P) at all; the same word that the row policies ask. */
export const seesProfiles = async (db: Db): Promise<boolean> => {
  const { rows } = await sql<{ sees: boolean }>`
    select 'P' = any(session_fact_classes()::text[]) as sees`.execute(db);
  return rows[0]?.sees ?? false;
};
