import type { BriefView } from "@mainstay/contract/brief";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

interface Of {
  readonly tenantId: string;
  readonly accountId: string;
}

const mostShown = 8;

/** What the customer has brought and is not confirmed yet, the most urgent first. */
export const listOpenCases = async (
  db: Db,
  { tenantId, accountId }: Of,
): Promise<BriefView["cases"]> => {
  const { rows } = await sql<{
    id: string;
    number: number;
    title: string;
    kind: BriefView["cases"][number]["kind"];
    level: BriefView["cases"][number]["level"];
    status: BriefView["cases"][number]["status"];
    due_at: Date | null;
    handler: string | null;
  }>`
    select c.id, c.number, c.title, c.kind, c.level, c.status,
      case when c.urgency_phase = 0 then c.urgency_at end as due_at,
      (select name from app_user u where u.tenant_id = c.tenant_id and u.id = c.handler_user_id) as handler
    from service_case c where c.tenant_id = ${tenantId}::uuid and c.account_id = ${accountId}::uuid and c.urgency_phase < 2
    order by c.urgency_phase, c.urgency_at, c.id limit ${sql.lit(mostShown)}`.execute(db);
  return rows.map(({ due_at, ...row }) => ({ ...row, dueAt: due_at?.toISOString() ?? null }));
};

/** What our departments promised the customer and have not done, soonest due first. */
export const listOpenPromises = async (
  db: Db,
  { tenantId, accountId }: Of,
): Promise<BriefView["promises"]> => {
  const { rows } = await sql<BriefView["promises"][number]>`
    select m.id, m.title, m.due_on as "dueOn", coalesce(u.name, d.name) as owner
    from promise m left join app_user u on u.tenant_id = m.tenant_id and u.id = m.giver_user_id
    left join department d on d.tenant_id = m.tenant_id and d.id = m.department_id
    where m.tenant_id = ${tenantId}::uuid and m.account_id = ${accountId}::uuid and m.status = 'open'
    order by m.due_on, m.id limit ${sql.lit(mostShown)}`.execute(db);
  return rows;
};
