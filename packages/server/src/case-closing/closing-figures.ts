import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";

/**
 * Of the cases in sight whose newest solution falls into a period (calendar days of the workspace): how many the customer closed,
 * on their page or told to a colleague, and how many nobody has confirmed. What was reopened and is open again has no solution
 * now: it is counted apart, by the day it was opened again.
 */
export const closingFigures = async (
  db: Db,
  { tenantId, workspace }: Context,
  { from, to }: { readonly from: string; readonly to: string },
) => {
  const zone = workspace.timeZone;
  const begin = sql`(${from}::date::timestamp at time zone ${zone})`;
  const end = sql`((${to}::date + 1)::timestamp at time zone ${zone})`;
  const { rows } = await sql<{
    solved: number;
    by_customer: number;
    by_call_back: number;
    unconfirmed: number;
    lukewarm: number;
  }>`
    select count(*)::int as solved, count(*) filter (where closed_by = 'customer')::int as by_customer,
      count(*) filter (where closed_by = 'call_back')::int as by_call_back,
      count(*) filter (where status = 'solved')::int as unconfirmed,
      count(*) filter (where status = 'closed' and score = 3)::int as lukewarm
    from service_case where tenant_id = ${tenantId}::uuid and status in ('solved', 'closed')
      and solved_at >= ${begin} and solved_at < ${end}`.execute(db);
  const { rows: again } = await sql<{ n: number }>`
    select count(*)::int as n from case_event e
    where e.tenant_id = ${tenantId}::uuid and e.kind = 'reopened' and e.at >= ${begin} and e.at < ${end}`.execute(
    db,
  );
  const found = rows[0] ?? {
    solved: 0,
    by_customer: 0,
    by_call_back: 0,
    unconfirmed: 0,
    lukewarm: 0,
  };
  const shareOf = (n: number) => (found.solved === 0 ? null : n / found.solved);
  return {
    from,
    to,
    solved: found.solved,
    byCustomer: found.by_customer,
    byCallBack: found.by_call_back,
    unconfirmed: found.unconfirmed,
    reopened: again[0]?.n ?? 0,
    lukewarm: found.lukewarm,
    confirmedShare: shareOf(found.by_customer + found.by_call_back),
    unconfirmedShare: shareOf(found.unconfirmed),
  };
};
