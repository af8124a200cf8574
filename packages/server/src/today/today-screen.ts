import type { QueryOf } from "@mainstay/contract/endpoint/endpoint";
import type { TodayView, today } from "@mainstay/contract/today";
import { sql } from "kysely";
import { allOf } from "../account/account-filter-sql.ts";
import { sumsOfPortfolio } from "../account/portfolio-sums.ts";
import { findNewestFullRun } from "../evaluation/evaluation-run-queries.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { listSignals, signalConditions } from "../signal/signal-queries.ts";
import { listTasks } from "../task/task-queries.ts";

type Query = QueryOf<typeof today.get> & { limit: number };

interface Burden {
  id: string | null;
  name: string | null;
  severity: string;
  signals: number;
  at_stake: number;
}

/**
 * Counts over all working signals the reader sees, whatever the list's filter: the headline does not shrink with it. With them
 * everybody who owns any, the most burdened first.
 */
const readHeadline = async (db: Db, context: Context) => {
  const working = allOf(signalConditions(context.actor, { status: "working" }, context.today));
  const { rows } = await sql<Burden>`
    select b.owner_user_id as id, u.name, b.severity, b.signals, b.at_stake from (
      select g.tenant_id, g.owner_user_id, g.severity, count(*) as signals, sum(g.money_at_stake_minor)::bigint as at_stake
      from signal g where ${working} group by 1, 2, 3) b
    left join app_user u on u.tenant_id = b.tenant_id and u.id = b.owner_user_id`.execute(db);
  const { rows: concerned } = await sql<{ n: number }>`
    select count(*) as n from (select g.account_id from signal g where ${working} group by g.account_id) one`.execute(
    db,
  );
  const sum = (of: readonly Burden[], key: "signals" | "at_stake") =>
    of.reduce((total, row) => total + row[key], 0);
  const owners = new Map<string, { id: string; name: string; signals: number }>();
  for (const { id, name, signals } of rows) {
    if (id === null || name === null) continue;
    owners.set(id, { id, name, signals: signals + (owners.get(id)?.signals ?? 0) });
  }
  return {
    headline: {
      signals: sum(rows, "signals"),
      accounts: concerned[0]?.n ?? 0,
      moneyAtStakeMinor: sum(rows, "at_stake"),
      critical: sum(
        rows.filter(({ severity }) => severity === "critical"),
        "signals",
      ),
      unowned: sum(
        rows.filter(({ id }) => id === null),
        "signals",
      ),
    },
    owners: [...owners.values()]
      .sort((a, b) => b.signals - a.signals || (a.name < b.name ? -1 : 1))
      .slice(0, 50),
  };
};

/** What the workspace holds: from the kept sums once it was judged, before that counted up to where only "many" matters. */
const readHoldings = async (db: Db, context: Context) => {
  const tenant = sql`${context.tenantId}::uuid`;
  const seesAll = context.actor.visibility === "all";
  const groups = seesAll ? await sumsOfPortfolio(db, context.tenantId, {}) : [];
  const days = groups.reduce((sum, group) => sum + group.order_days, 0);
  const counted = (table: "account" | "order_day") =>
    sql`(select count(*) from (select 1 from ${sql.table(table)} where tenant_id = ${tenant} limit 100001) many)`;
  const { rows } = await sql<{
    accounts: number | null;
    days: number | null;
    last: string | null;
    as_of: string | null;
    proposals: number;
  }>`
    select
      ${seesAll ? sql`null::bigint` : counted("account")} as accounts,
      ${days > 0 ? sql`null::bigint` : counted("order_day")} as days,
      coalesce((select last_order_on from account_standing where tenant_id = ${tenant}
        order by coalesce(last_order_on, '0001-01-01'::date) desc, account_id desc limit 1),
        ${days > 0 ? sql`null` : sql`(select max(on_date) from order_day where tenant_id = ${tenant} and orders > 0)`}) as last,
      (select as_of from evaluation_run where tenant_id = ${tenant} and status = 'done'
        order by queued_at desc limit 1) as as_of,
      (select count(*) from segment_move where tenant_id = ${tenant} and status = 'proposed') as proposals`.execute(
    db,
  );
  const row = rows[0];
  return {
    accounts: row?.accounts ?? groups.reduce((sum, group) => sum + group.accounts, 0),
    orderDays: row?.days ?? days,
    lastOrderOn: row?.last ?? null,
    asOf: row?.as_of ?? null,
    proposals: row?.proposals ?? 0,
  };
};

/** True where nothing narrows the list, so that the headline has counted it already. */
const isWhole = ({ status, kind, severity, ownerUserId, accountId }: Query): boolean =>
  (status === undefined || status === "working") &&
  [kind, severity, ownerUserId, accountId].every((value) => value === undefined);

/** The Today page: what needs whom now, why, and how much is at stake. */
export const readTodayScreen = async (
  db: Db,
  context: Context,
  query: Query,
): Promise<TodayView> => {
  const { headline, owners } = await readHeadline(db, context);
  const known = isWhole(query) ? headline.signals : undefined;
  const listed = await listSignals(db, context.actor, query, context.today, known);
  const { asOf, proposals, ...holdings } = await readHoldings(db, context);
  const tasks = await listTasks(db, context.actor, {
    ownerUserId: "me",
    status: "open",
    limit: 20,
  });
  return {
    today: context.today,
    asOf,
    baseCurrency: context.workspace.baseCurrency,
    headline,
    signals: listed.items,
    nextCursor: listed.nextCursor,
    total: listed.total,
    tasks: tasks.items,
    segmentProposals: proposals,
    holdings,
    lastRun: await findNewestFullRun(db, context.tenantId),
    owners,
  };
};
