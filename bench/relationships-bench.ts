import pg from "pg";
import type { BenchLine } from "../packages/analytics/bench/bench-line.ts";
import { dayNumberFromIso } from "../packages/domain/src/calendar/day-number.ts";
import { mintTenantId } from "../packages/domain/src/tenant/tenant-id.ts";
import { openDatabase } from "../packages/server/src/platform/db/open-database.ts";
import {
  listMeasurableAccounts,
  measureAccounts,
} from "../packages/server/src/relationship/measure-accounts.ts";
import { openBenchWorkspace } from "./bench-workspace.ts";
import { makeCrowdedAccount, makePeople } from "./make-people.ts";
import { makePortfolio } from "./make-portfolio.ts";
import { backendSeconds } from "./measure-backends.ts";
import { quantile, timesOf } from "./measure-http.ts";

const accounts = 10_000;

/** The round over 10,000 accounts with 100,000 people, and the pages of an account with 150 people, 400 ties, 2,000 contacts. */
export const benchRelationships = async (): Promise<BenchLine[]> => {
  const space = await openBenchWorkspace();
  const lines: BenchLine[] = [];
  try {
    const ids = await makePortfolio(space.adminUrl, space.tenantId, accounts);
    await makePeople(space.adminUrl, space.tenantId);
    const database = openDatabase({ appUrl: space.appUrl, maxConnections: 2 });
    const tenantId = mintTenantId(space.tenantId);
    const today = dayNumberFromIso(new Date().toISOString().slice(0, 10)) ?? 0;
    const admin = new pg.Client({ connectionString: space.adminUrl });
    await admin.connect();
    await listMeasurableAccounts(database, tenantId);
    const round = { database, tenantId, today, keepsWeek: true };
    for (const name of ["first round, every flag raised", "nightly round, flags updated"]) {
      const begun = performance.now();
      const cpu = process.cpuUsage();
      const before = await backendSeconds(admin);
      const all = await listMeasurableAccounts(database, tenantId);
      const { raised } = await measureAccounts(round, all);
      const spent = process.cpuUsage(cpu);
      lines.push({
        name: `measures of all accounts: ${name}`,
        rows: all.length,
        seconds: (performance.now() - begun) / 1000,
        limitSeconds: 10,
        note: `${raised} raised; CPU: ${((spent.user + spent.system) / 1e6).toFixed(2)} s of this process, ${((await backendSeconds(admin)) - before).toFixed(2)} s of PostgreSQL`,
      });
    }
    await admin.end();
    const crowded = ids[0] ?? "";
    await makeCrowdedAccount(space.adminUrl, space.tenantId, crowded);
    const begun = performance.now();
    await measureAccounts(round, [crowded]);
    lines.push({
      name: "round of one account with 150 people and 2,000 contacts",
      rows: 1,
      seconds: (performance.now() - begun) / 1000,
      limitSeconds: 1,
    });
    await database.end();
    const pages = [
      ["account-page-people", `/accounts/${crowded}/page`, 0.1],
      ["measures of that account", `/accounts/${crowded}/relationship`, 0.1],
      ["movers", "/relationship-movers", 0.1],
    ] as const;
    for (const [name, path, limitSeconds] of pages) {
      const times = await timesOf(space, 100, () => path);
      for (const [label, share] of [
        ["p50", 0.5],
        ["p95", 0.95],
      ] as const)
        lines.push({
          name: `${name}, ${label}`,
          rows: 1,
          seconds: quantile(times, share) / 1000,
          limitSeconds,
        });
    }
  } finally {
    await space.end();
  }
  return lines;
};
