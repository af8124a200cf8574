import pg from "pg";
import type { BenchLine } from "../packages/analytics/bench/bench-line.ts";
import { dayNumberFromIso, isoFromDayNumber } from "../packages/domain/src/calendar/day-number.ts";
import { mintTenantId } from "../packages/domain/src/tenant/tenant-id.ts";
import { listCycleAccounts, runCycle } from "../packages/server/src/cycle/run-cycle.ts";
import { openDatabase } from "../packages/server/src/platform/db/open-database.ts";
import { openBenchWorkspace } from "./bench-workspace.ts";
import { makePortfolio } from "./make-portfolio.ts";
import { backendSeconds } from "./measure-backends.ts";

const accounts = Number(process.env["CYCLE_ACCOUNTS"] ?? 100_000);
const managers = 120;
const limitSeconds = 300;

/**
 * What a portfolio of that size has: one in twenty core, one in ten growing, one in five maintained, the rest a long tail; a
 * manager for all but the tail; a contact every few weeks with those that have one.
 */
const placeAccounts = async (adminUrl: string, tenantId: string): Promise<void> => {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query("set session_replication_role = replica");
    await admin.query(
      `insert into app_user (tenant_id, id, email, name, role)
       select $1, gen_random_uuid(), 'm' || n || '@bench.test', 'Manager ' || n, 'manager' from generate_series(1, $2::int) n`,
      [tenantId, managers],
    );
    await admin.query(
      `with placed as (select account_id, row_number() over (order by account_id) as n from account_standing where tenant_id = $1)
       update account_standing s set as_of = current_date, order_days = 5, level = case when p.n % 17 = 0 then 'act' else 'fine' end,
         p_lost = (p.n % 100) / 100.0, revenue_12m_minor = 1000000 * (1 + p.n % 900), revenue_prior_12m_minor = 1000000 * (1 + p.n % 700),
         last_order_on = current_date - (p.n % 200)::int,
         segment = case when p.n % 20 = 0 then 'core' when p.n % 20 < 3 then 'high_potential' when p.n % 20 < 7 then 'maintain' else 'develop' end,
         grade = case when p.n % 100 = 0 then 'strategic' when p.n % 20 = 0 then 'key' when p.n % 20 < 7 then 'base' else 'none' end
       from placed p where s.tenant_id = $1 and s.account_id = p.account_id`,
      [tenantId],
    );
    await admin.query(
      `with people as (select array_agg(id order by email) as ids from app_user where tenant_id = $1 and role = 'manager')
       update account a set manager_user_id = p.ids[1 + abs(hashtext(a.id::text)) % ${managers}],
         backup_user_id = case when s.grade in ('strategic', 'key') then p.ids[1 + abs(hashtext(a.id::text || 'b')) % ${managers}] end,
         contract_end_on = case when s.grade <> 'none' then current_date + (abs(hashtext(a.id::text)) % 400) end
       from account_standing s, people p
       where a.tenant_id = $1 and s.tenant_id = $1 and s.account_id = a.id and s.segment <> 'develop'`,
      [tenantId],
    );
    await admin.query(
      `insert into interaction (tenant_id, occurred_on, id, account_id, kind, summary, logged_by)
       select a.tenant_id, current_date - (n * 19 + abs(hashtext(a.id::text)) % 40), gen_random_uuid(), a.id,
         (array['visit', 'meeting', 'call', 'call'])[1 + (n + abs(hashtext(a.id::text))) % 4], 'bench', a.manager_user_id
       from account a cross join generate_series(0, 5) n where a.tenant_id = $1 and a.manager_user_id is not null`,
      [tenantId],
    );
    await admin.query("vacuum analyze");
  } finally {
    await admin.end();
  }
};

/** The nightly round over the whole portfolio: everything owed is written down the first night and kept up the second. */
export const benchCycle = async (): Promise<BenchLine[]> => {
  const space = await openBenchWorkspace();
  const lines: BenchLine[] = [];
  try {
    await makePortfolio(space.adminUrl, space.tenantId, accounts);
    await placeAccounts(space.adminUrl, space.tenantId);
    const database = openDatabase({ appUrl: space.appUrl, maxConnections: 2 });
    const tenantId = mintTenantId(space.tenantId);
    const admin = new pg.Client({ connectionString: space.adminUrl });
    await admin.connect();
    const begins = dayNumberFromIso(new Date().toISOString().slice(0, 10)) ?? 0;
    for (const [offset, name] of [
      [0, "first night, everything written down"],
      [1, "second night, kept up to date"],
    ] as const) {
      const begun = performance.now();
      const cpu = process.cpuUsage();
      const before = await backendSeconds(admin);
      const all = await listCycleAccounts(database, tenantId);
      const today = isoFromDayNumber(begins + offset);
      await runCycle({ database, tenantId, today }, all);
      const spent = process.cpuUsage(cpu);
      const { rows } = await admin.query<{ obligations: string; signals: string; health: string }>(
        `select (select count(*) from obligation where tenant_id = $1) as obligations, (select count(*) from signal where tenant_id = $1) as signals,
          (select count(*) from account_health where tenant_id = $1) as health`,
        [space.tenantId],
      );
      const peakMb = process.resourceUsage().maxRSS / 1024;
      lines.push({
        name: `nightly cycle: ${name}`,
        rows: all.length,
        seconds: (performance.now() - begun) / 1000,
        limitSeconds,
        note: `${rows[0]?.obligations} obligations, ${rows[0]?.signals} signals, ${rows[0]?.health} health; CPU: ${((spent.user + spent.system) / 1e6).toFixed(1)} s of this process, ${((await backendSeconds(admin)) - before).toFixed(1)} s of PostgreSQL; peak ${peakMb.toFixed(0)} MB`,
      });
    }
    await admin.end();
    await database.end();
  } finally {
    await space.end();
  }
  return lines;
};
