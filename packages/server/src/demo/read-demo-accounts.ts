import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import { isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";

/** An account of the demo with what other rooms left there to speak of. */
export interface DemoAccountFacts {
  readonly id: string;
  readonly managerUserId: string | null;
  readonly personId: string | null;
  readonly secondPersonId: string | null;
  /** What it bought in the last twelve months, in the workspace's currency. */
  readonly yearMinor: number;
  readonly caseId: string | null;
  readonly caseTitle: string | null;
  readonly interactionId: string | null;
  /** An answer with words that has not become a need yet. */
  readonly responseId: string | null;
}

/** The accounts in the order given. */
export const readDemoAccounts = async (
  tx: Tx,
  tenantId: string,
  accountIds: readonly string[],
  today: DayNumber,
): Promise<DemoAccountFacts[]> => {
  const from = isoFromDayNumber(today - 364);
  const { rows } = await sql<DemoAccountFacts>`
    select a.id, a.manager_user_id as "managerUserId", people.ids[1] as "personId",
      coalesce(people.ids[2], people.ids[1]) as "secondPersonId", coalesce(bought.minor, 0)::bigint as "yearMinor",
      asked.id as "caseId", asked.title as "caseTitle", met.id as "interactionId", answered.id as "responseId"
    from unnest(${[...accountIds]}::uuid[]) with ordinality as wanted (id, place)
    join account a on a.tenant_id = ${tenantId}::uuid and a.id = wanted.id
    left join lateral (select array_agg(p.id order by o.starts_on nulls last, o.id) as ids from position o
      join person p on p.tenant_id = o.tenant_id and p.id = o.person_id and not p.is_placeholder
      where o.tenant_id = a.tenant_id and o.account_id = a.id and o.ends_on is null) people on true
    left join lateral (select sum(d.base_net_minor) as minor from order_day d
      where d.tenant_id = a.tenant_id and d.account_id = a.id and d.on_date >= ${from}::date) bought on true
    left join lateral (select c.id, c.title from service_case c where c.tenant_id = a.tenant_id and c.account_id = a.id
      and c.kind = 'complaint' order by c.opened_at, c.id limit 1) asked on true
    left join lateral (select i.id from interaction i where i.tenant_id = a.tenant_id and i.account_id = a.id
      order by i.occurred_on desc, i.id limit 1) met on true
    left join lateral (select r.id from survey_response r where r.tenant_id = a.tenant_id and r.account_id = a.id
      and r.is_complete and not r.is_anonymous and not exists (select 1 from need n where n.tenant_id = r.tenant_id
        and n.source_kind = 'survey_response' and n.source_id = r.id)
      order by r.answered_at, r.id limit 1) answered on true
    order by wanted.place`.execute(tx);
  return rows;
};
