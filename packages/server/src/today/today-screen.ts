import type { QueryOf } from "@mainstay/contract/endpoint/endpoint";
import type { TodayView, today } from "@mainstay/contract/today";
import { sql } from "kysely";
import { allOf } from "../account/account-filter-sql.ts";
import { findNewestFullRun } from "../evaluation/evaluation-run-queries.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { listSignals, signalConditions } from "../signal/signal-queries.ts";
import { listTasks } from "../task/task-queries.ts";

type Query = QueryOf<typeof today.get> & { limit: number };

interface Headline {
  signals: number;
  accounts: number;
  at_stake: number | null;
  critical: number;
  unowned: number;
}

/** Counts over all working signals the reader sees, whatever the list's filter: the headline does not shrink with it. */
const readHeadline = async (db: Db, context: Context): Promise<Headline> => {
  const { rows } = await sql<Headline>`
    select count(*) as signals, count(distinct g.account_id) as accounts, sum(g.money_at_stake_minor)::bigint as at_stake,
      count(*) filter (where g.severity = 'critical') as critical,
      count(*) filter (where g.owner_user_id is null) as unowned
    from signal g where ${allOf(signalConditions(context.actor, { status: "working" }, context.today))}`.execute(
    db,
  );
  return rows[0] ?? { signals: 0, accounts: 0, at_stake: 0, critical: 0, unowned: 0 };
};

/** What the workspace holds, judged yet or not, cheap at any size: exact up to the point where only "many" matters to an empty page. */
const readHoldings = async (db: Db, tenantId: string) => {
  const { rows } = await sql<{
    accounts: number;
    days: number;
    last: string | null;
    as_of: string | null;
    proposals: number;
  }>`
    select
      (select count(*) from (select 1 from account where tenant_id = ${tenantId}::uuid limit 100001) a) as accounts,
      (select count(*) from (select 1 from order_day where tenant_id = ${tenantId}::uuid limit 100001) d) as days,
      coalesce((select last_order_on from account_standing where tenant_id = ${tenantId}::uuid
        order by coalesce(last_order_on, '0001-01-01'::date) desc, account_id desc limit 1),
        (select max(on_date) from order_day where tenant_id = ${tenantId}::uuid and orders > 0)) as last,
      (select as_of from evaluation_run where tenant_id = ${tenantId}::uuid and status = 'done'
        order by queued_at desc limit 1) as as_of,
      (select count(*) from segment_move where tenant_id = ${tenantId}::uuid and status = 'proposed') as proposals`.execute(
    db,
  );
  return rows[0] ?? { accounts: 0, days: 0, last: null, as_of: null, proposals: 0 };
};

/** Everybody who owns working signals, the most burdened first. */
const listOwners = async (db: Db, context: Context) => {
  const { rows } = await sql<{ id: string; name: string; signals: number }>`
    select u.id, u.name, count(*) as signals
    from signal g join app_user u on u.tenant_id = g.tenant_id and u.id = g.owner_user_id
    where ${allOf(signalConditions(context.actor, { status: "working" }, context.today))}
    group by u.id, u.name order by signals desc, u.name limit 50`.execute(db);
  return rows;
};

/** The Today page: what needs whom now, why, and how much is at stake. */
export const readTodayScreen = async (
  db: Db,
  context: Context,
  query: Query,
): Promise<TodayView> => {
  const listed = await listSignals(db, context.actor, query, context.today);
  const headline = await readHeadline(db, context);
  const holdings = await readHoldings(db, context.tenantId);
  const tasks = await listTasks(db, context.actor, {
    ownerUserId: "me",
    status: "open",
    limit: 20,
  });
  return {
    today: context.today,
    asOf: holdings.as_of,
    baseCurrency: context.workspace.baseCurrency,
    headline: {
      signals: headline.signals,
      accounts: headline.accounts,
      moneyAtStakeMinor: headline.at_stake ?? 0,
      critical: headline.critical,
      unowned: headline.unowned,
    },
    signals: listed.items,
    nextCursor: listed.nextCursor,
    total: listed.total,
    tasks: tasks.items,
    segmentProposals: holdings.proposals,
    holdings: { accounts: holdings.accounts, orderDays: holdings.days, lastOrderOn: holdings.last },
    lastRun: await findNewestFullRun(db, context.tenantId),
    owners: await listOwners(db, context),
  };
};
