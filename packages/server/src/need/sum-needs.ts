import type { needs } from "@mainstay/contract/need";
import { needFunnel, type NeedPassage } from "@mainstay/domain/need/need-funnel";
import { isStale, staleAfterDays } from "@mainstay/domain/need/need-path";
import { sql } from "kysely";
import type { z } from "zod";
import { allOf } from "../account/account-filter-sql.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { needConditions } from "./list-needs.ts";

type Query = z.output<NonNullable<typeof needs.funnel.query>>;

/** The funnel of the needs in sight that were noted in a period (capabilities N2). */
export const sumNeeds = async (
  db: Db,
  { tenantId, today, workspace }: Pick<Context, "tenantId" | "today" | "workspace">,
  query: Query,
) => {
  const conditions = needConditions(query);
  const notedOn = sql`(n.created_at at time zone ${workspace.timeZone})::date`;
  if (query.notedFrom) conditions.push(sql`${notedOn} >= ${query.notedFrom}::date`);
  if (query.notedTo) conditions.push(sql`${notedOn} <= ${query.notedTo}::date`);
  const { rows } = await sql<NeedPassage>`
    select n.state,
      (select to_state from (
         select 'signal' as to_state union all select n.state where n.state <> 'declined'
         union all select t.to_state from need_step t where t.tenant_id = n.tenant_id and t.need_id = n.id
           and t.to_state <> 'declined') been
       order by array_position(array['signal', 'hypothesis', 'validated', 'solved', 'valued'], to_state) desc limit 1) as farthest,
      (n.visibility = 'hidden' or n.became_explicit_on is not null) as "wasHidden",
      n.visibility = 'explicit' as "isExplicit",
      case when n.became_explicit_on is not null then greatest(0, n.became_explicit_on - ${notedOn}) end as "daysToExplicit",
      greatest(0, ${today}::date - n.state_since) as "daysInState",
      n.customer_value_minor as "customerValueMinor"
    from need n where n.tenant_id = ${tenantId}::uuid and ${allOf(conditions)}`.execute(db);
  const funnel = needFunnel(rows);
  return {
    ...funnel,
    baseCurrency: workspace.baseCurrency,
    total: rows.length,
    running: rows.filter(({ state }) => state !== "valued" && state !== "declined").length,
    stale: rows.filter(({ state, daysInState }) => isStale(state, daysInState)).length,
    steps: funnel.steps.map((step) => ({ ...step, staleAfterDays: staleAfterDays(step.state) })),
  };
};
