import { type RawBuilder, sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/**
 * 代首问责任: who answers in the first responder's place where the case complains about them, of `service_case c` and its account
 * `a`; null where it does not, or nobody is left. The first responder stays named: the account's manager, else the backup, a
 * director, the sponsor, an administrator, active and never complained about.
 */
export const standIn: RawBuilder<{ id: string; name: string } | null> = sql`(
  select jsonb_build_object('id', u.id, 'name', u.name) from app_user u
  where u.tenant_id = c.tenant_id and c.first_responder_id = any(c.complained_user_ids) and u.is_active
    and not u.id = any(c.complained_user_ids)
    and (u.id in (a.manager_user_id, a.backup_user_id, a.sponsor_user_id)
      or (u.role in ('director', 'admin') and u.visibility = 'all'))
  order by case when u.id = a.manager_user_id then 0 when u.id = a.backup_user_id then 1 when u.role = 'director' then 2
    when u.id = a.sponsor_user_id then 3 else 4 end, u.id limit 1)`;

/** Whether the case `c` complains about who reads: then neither who complained nor what is said inside is told. */
export const isAboutReader = sql<boolean>`coalesce((select session_actor()) = any(c.complained_user_ids), false)`;

/**
 * Who hears of what becomes of a case: its handler, whoever answers for it, and who else is named; never anybody it complains
 * about, whatever seat they hold.
 */
export const whoHears = async (
  db: Db,
  tenantId: string,
  caseId: string,
  besides: readonly (string | null | undefined)[] = [],
): Promise<string[]> => {
  const { rows } = await sql<{ ids: (string | null)[]; complained: string[] }>`
    select array[c.handler_user_id, c.first_responder_id, (${standIn} ->> 'id')::uuid] as ids,
      c.complained_user_ids as complained
    from service_case c join account a on a.tenant_id = c.tenant_id and a.id = c.account_id
    where c.tenant_id = ${tenantId}::uuid and c.id = ${caseId}::uuid`.execute(db);
  const found = rows[0];
  if (!found) return [];
  const all = [...found.ids, ...besides].filter((id) => id !== null && id !== undefined);
  return [...new Set(all)].filter((id) => !found.complained.includes(id));
};

/** Who answers in the first responder's place now; null where they answer themselves. */
export const findStandIn = async (db: Db, tenantId: string, caseId: string) => {
  const { rows } = await sql<{ answering: { id: string; name: string } | null }>`
    select ${standIn} as answering from service_case c join account a on a.tenant_id = c.tenant_id and a.id = c.account_id
    where c.tenant_id = ${tenantId}::uuid and c.id = ${caseId}::uuid`.execute(db);
  return rows[0]?.answering ?? null;
};
