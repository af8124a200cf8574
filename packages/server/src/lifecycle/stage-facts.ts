import type { StageFacts } from "@mainstay/domain/lifecycle/propose-stage";
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/** What the criteria of stages look at, one row an account, with what a list shows beside. */
export interface StageFactsRow extends StageFacts {
  readonly accountId: string;
  readonly name: string;
  readonly managerId: string | null;
  readonly managerName: string | null;
}

const select = sql`
  select a.id as "accountId", a.name, a.lifecycle_stage as stage, a.lifecycle_stage_since as since,
    a.contract_start_on as "contractStartOn", s.first_order_on as "firstOrderOn", s.segment,
    coalesce(s.revenue_12m_minor, 0) as "revenue12mMinor", coalesce(s.revenue_prior_12m_minor, 0) as "revenuePrior12mMinor",
    r.coverage, r.thread_count as threads, h.band as health, m.id as "managerId", m.name as "managerName"
  from account a
  left join account_standing s on s.tenant_id = a.tenant_id and s.account_id = a.id
  left join account_relationship r on r.tenant_id = a.tenant_id and r.account_id = a.id and r.project_id is null
  left join account_health h on h.tenant_id = a.tenant_id and h.account_id = a.id
  left join app_user m on m.tenant_id = a.tenant_id and m.id = a.manager_user_id`;

const ask = async (db: Db, conditions: RawBuilder<unknown>): Promise<StageFactsRow[]> =>
  (await sql<StageFactsRow>`${select} ${conditions}`.execute(db)).rows;

/** The facts of one account; null when it is not there for this actor. */
export const findStageFacts = async (
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<StageFactsRow | null> =>
  (await ask(db, sql`where a.tenant_id = ${tenantId}::uuid and a.id = ${accountId}::uuid`))[0] ??
  null;

/** More than any team can work through; the largest by revenue come first. */
const mostCandidates = 5_000;

/** Accounts in sight that could be due to move: in a stage, core, or with a contract begun in the last three months. */
export const listStageCandidates = (
  db: Db,
  tenantId: string,
  today: string,
): Promise<StageFactsRow[]> =>
  ask(
    db,
    sql`where a.tenant_id = ${tenantId}::uuid
      and (a.lifecycle_stage is not null or s.segment = 'core'
        or a.contract_start_on between ${today}::date - interval '3 months' and ${today}::date)
    order by s.revenue_12m_minor desc nulls last, a.id limit ${mostCandidates}`,
  );
