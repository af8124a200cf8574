import { sql } from "kysely";
import { allOf } from "../account/account-filter-sql.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { signalConditions } from "../signal/signal-queries.ts";

interface Burden {
  id: string | null;
  name: string | null;
  severity: string;
  signals: number;
  at_stake: number;
  accounts: number;
}

/**
 * Counts over all working signals the reader sees, whatever the list's filter: the headline does not shrink with it. With them
 * everybody who owns any, the most burdened first.
 */
export const readHeadline = async (db: Db, context: Context) => {
  const conditions = signalConditions(context.actor, { status: "working" }, context.today);
  // Said beside the row policy, so that the few accounts in sight lead to their signals instead of every signal being asked.
  if (context.actor.visibility !== "all")
    conditions.push(sql<boolean>`g.account_id in (select accounts_in_sight())`);
  const { rows } = await sql<Burden>`
    with working as materialized (
      select g.owner_user_id, g.severity, g.money_at_stake_minor, g.account_id from signal g where ${allOf(conditions)})
    select b.owner_user_id as id, u.name, b.severity, b.signals, b.at_stake, c.accounts
    from (select count(distinct account_id) as accounts from working) c
    cross join (
      select owner_user_id, severity, count(*) as signals, sum(money_at_stake_minor)::bigint as at_stake
      from working group by 1, 2) b
    left join app_user u on u.tenant_id = ${context.tenantId}::uuid and u.id = b.owner_user_id`.execute(
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
      accounts: rows[0]?.accounts ?? 0,
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
