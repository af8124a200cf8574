import { readFileSync } from "node:fs";
import pg from "pg";
import type { BenchLine } from "../packages/analytics/bench/bench-line.ts";
import { dayNumberFromIso } from "../packages/domain/src/calendar/day-number.ts";
import { mintTenantId } from "../packages/domain/src/tenant/tenant-id.ts";
import { judgePortfolio } from "../packages/server/src/evaluation/judge-portfolio.ts";
import { openDatabase } from "../packages/server/src/platform/db/open-database.ts";
import { type BenchWorkspace, openBenchWorkspace } from "./bench-workspace.ts";
import { makePortfolio } from "./make-portfolio.ts";
import { ask, quantile, throughput, timesOf } from "./measure-http.ts";

interface Measure {
  name: string;
  p50: number;
  p95: number;
  peers: string;
  path: (index: number) => string;
  body?: (index: number) => unknown;
}

const residentMb = (pid: number): number => {
  const found = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(found?.[1] ?? Number.NaN) / 1024;
};

/** The cursor that stands `rows` deep in the list, found by walking it. */
const deepCursor = async (space: BenchWorkspace, rows: number): Promise<string> => {
  let cursor = "";
  for (let at = 0; at < rows; at += 200) {
    const answer = await ask(space, `/accounts?limit=200${cursor && `&cursor=${cursor}`}`);
    cursor = JSON.parse(answer.body).nextCursor ?? cursor;
  }
  return cursor;
};

const searches = ["恒达", "启明机", "青云", "科瑞", "qingyun", "鼎盛", "B4321", "嘉禾食"];

const measuresOf = (
  ids: readonly string[],
  deep: string,
  limits: { small: boolean },
): Measure[] => {
  const screen = limits.small ? 100 : 200;
  const idOf = (index: number) => ids[(index * 7919) % ids.length];
  return [
    {
      name: "list 50, first page",
      p50: 8,
      p95: 15,
      peers: "Directus 14/21, Odoo 31/51, EspoCRM 82/103, Twenty 110/189",
      path: () => "/accounts?limit=50",
    },
    {
      name: "list 50, deep page (row 50,000)",
      p50: 8,
      p95: 15,
      peers: "Directus 16, Odoo 50, EspoCRM 298",
      path: () => `/accounts?limit=50&cursor=${deep}`,
    },
    {
      name: "name contains, Chinese included",
      p50: 25,
      p95: 50,
      peers: "Directus 55, Odoo 89, EspoCRM 162, Twenty 163",
      path: (index) =>
        `/accounts?limit=50&q=${encodeURIComponent(searches[index % searches.length] ?? "")}`,
    },
    {
      name: "read one record",
      p50: 3.5,
      p95: 7,
      peers: "Directus 3.5, Odoo 6.4, EspoCRM 69, Twenty 22",
      path: (index) => `/accounts/${idOf(index)}`,
    },
    {
      name: "create",
      p50: 6,
      p95: 12,
      peers: "Directus 10.5/20, Odoo 18/30, EspoCRM 171/235, Twenty 37/52",
      path: () => "/accounts",
      body: (index) => ({ name: `新开客户${index}有限公司` }),
    },
    { name: "Today screen", p50: screen, p95: screen, peers: "–", path: () => "/today" },
    {
      name: "account page",
      p50: screen,
      p95: screen,
      peers: "–",
      path: (index) => `/accounts/${idOf(index)}/page`,
    },
    {
      name: "portfolio summary",
      p50: screen,
      p95: screen,
      peers: "–",
      path: () => "/accounts/summary",
    },
    { name: "matrix", p50: screen, p95: screen, peers: "–", path: () => "/accounts/matrix" },
    {
      name: "list by segment, sorted by revenue",
      p50: screen,
      p95: screen,
      peers: "–",
      path: () => "/accounts?limit=50&segment=core&sort=revenue12m",
    },
  ];
};

/** Fills a workspace with so many accounts, judges it, and measures every screen over HTTP with all guards on. */
export const benchHttp = async (accounts: number): Promise<BenchLine[]> => {
  const space = await openBenchWorkspace();
  const lines: BenchLine[] = [];
  const note = (text: string) => text;
  try {
    lines.push({
      name: "idle memory of the application, MB",
      rows: 0,
      seconds: residentMb(space.serverPid()),
      limitSeconds: 200,
      note: "MB, not seconds",
    });
    const ids = await makePortfolio(space.adminUrl, space.tenantId, accounts);
    const database = openDatabase({ appUrl: space.appUrl, maxConnections: 2 });
    const begun = performance.now();
    const asOf = dayNumberFromIso(new Date().toISOString().slice(0, 10)) ?? 0;
    await judgePortfolio({ database, tenantId: mintTenantId(space.tenantId), asOf, runId: null });
    const seconds = (performance.now() - begun) / 1000;
    await database.end();
    lines.push({
      name: `nightly evaluation from the database, ${accounts} accounts`,
      rows: accounts,
      seconds,
      limitSeconds: accounts <= 10_000 ? 10 : (300 * accounts) / 100_000,
    });
    const admin = new pg.Client({ connectionString: space.adminUrl });
    await admin.connect();
    await admin.query("vacuum analyze");
    // Tonight's round is done: none may start beside the measurements.
    await admin.query(
      `insert into evaluation_run (tenant_id, id, trigger, scope, status, as_of, finished_at)
       select $1, gen_random_uuid(), 'nightly', 'all', 'done', current_date + n, now() from generate_series(-1, 1) n`,
      [space.tenantId],
    );
    const { rows } = await admin.query(
      "select pg_database_size(current_database()) / 1048576 as mb",
    );
    lines.push({
      name: "database size, MB",
      rows: accounts,
      seconds: Number(rows[0].mb),
      limitSeconds: Number.POSITIVE_INFINITY,
      note: "MB, not seconds",
    });
    const lookup = await lookupSeconds(admin, space.tenantId, ids);
    await admin.end();
    lines.push({
      name: "index-only lookup through the same driver",
      rows: 500,
      seconds: lookup,
      limitSeconds: 0.0035,
      note: "physical limit beside “read one record”",
    });
    const deep = await deepCursor(space, Math.min(50_000, accounts / 2));
    for (const measure of measuresOf(ids, deep, { small: accounts <= 10_000 })) {
      const times = await timesOf(space, 200, measure.path, measure.body);
      const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
      lines.push({
        name: `${measure.name}, p50`,
        rows: accounts,
        seconds: p50 / 1000,
        limitSeconds: measure.p50 / 1000,
        note: note(`peers ms: ${measure.peers}`),
      });
      lines.push({
        name: `${measure.name}, p95`,
        rows: accounts,
        seconds: p95 / 1000,
        limitSeconds: measure.p95 / 1000,
      });
    }
    const rate = await throughput(space, 10, 5, () => "/accounts?limit=50");
    lines.push({
      name: "list throughput, 10 clients: seconds a request",
      rows: accounts,
      seconds: 1 / rate,
      limitSeconds: 1 / 300,
      note: `${rate.toFixed(0)} requests/s; peers: Directus 141, Odoo 46, EspoCRM 26, Twenty 15`,
    });
    lines.push({
      name: "memory of the application after the load, MB",
      rows: accounts,
      seconds: residentMb(space.serverPid()),
      limitSeconds: 400,
      note: "MB, not seconds",
    });
  } finally {
    await space.end();
  }
  return lines;
};

const lookupSeconds = async (
  admin: pg.Client,
  tenantId: string,
  ids: readonly string[],
): Promise<number> => {
  const times: number[] = [];
  for (let index = 0; index < 500; index++) {
    const begun = performance.now();
    await admin.query("select id from account where tenant_id = $1 and id = $2", [
      tenantId,
      ids[(index * 7919) % ids.length],
    ]);
    times.push(performance.now() - begun);
  }
  return quantile(times, 0.5) / 1000;
};
