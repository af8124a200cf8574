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
}

/**
 * Counts over all working signals the reader sees, whatever the list's filter: the headline does not shrink with it. With them
 * everybody who owns any, the most burdened first.
 */
export const readHeadline = async (db: Db, context: Context) => {
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
