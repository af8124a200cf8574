import pg from "pg";
import type { BenchLine } from "../packages/analytics/bench/bench-line.ts";
import { openBenchWorkspace } from "./bench-workspace.ts";
import { makeCases } from "./make-cases.ts";
import { makePortfolio } from "./make-portfolio.ts";
import { ask, quantile, timesOf } from "./measure-http.ts";
import { asColleague } from "./today-bench.ts";

const accounts = 20_000;
const perManager = 50;
const cases = Number(process.env["BENCH_CASES"] ?? 1_000_000);
const rounds = 30;
const limitSeconds = 0.2;

/** Every account gets a manager, 50 each; the one measured is the first. */
export const giveAccounts = async (
  adminUrl: string,
  tenantId: string,
  managerId: string,
): Promise<void> => {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query("set session_replication_role = replica");
    await client.query(
      `insert into app_user (tenant_id, id, email, name, role, visibility)
       select $1, gen_random_uuid(), 'm' || n || '@example.test', 'Manager ' || n, 'manager', 'own' from generate_series(1, $2) n`,
      [tenantId, accounts / perManager - 1],
    );
    await client.query(
      `update account a set manager_user_id = m.id
       from (select id, row_number() over (order by id) - 1 as n from account where tenant_id = $1) d
       join (select id, row_number() over (order by (id <> $2::uuid), id) - 1 as n from app_user where tenant_id = $1 and role = 'manager') m
         on m.n = d.n / ${perManager}
       where a.tenant_id = $1 and a.id = d.id`,
      [tenantId, managerId],
    );
    await client.query("vacuum analyze account");
  } finally {
    await client.end();
  }
};

/** The list of a million cases by several filters and searches, for who sees all and who sees fifty accounts; the case page. */
export const benchCases = async (): Promise<BenchLine[]> => {
  const space = await openBenchWorkspace();
  const lines: BenchLine[] = [];
  const add = (name: string, times: readonly number[], note?: string) => {
    for (const [label, share] of [
      ["p50", 0.5],
      ["p95", 0.95],
    ] as const)
      lines.push({
        name: `${name}, ${label}`,
        rows: cases,
        seconds: quantile(times, share) / 1000,
        limitSeconds,
        ...(note && { note }),
      });
  };
  try {
    await makePortfolio(space.adminUrl, space.tenantId, accounts);
    const manager = await asColleague(space, "manager", "own");
    const director = await asColleague(space, "director", "all");
    await giveAccounts(space.adminUrl, space.tenantId, manager.userId);
    const made = await makeCases(space.adminUrl, space.tenantId, cases);
    const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
    const quarter = `openedFrom=${day(90)}&openedTo=${day(0)}&order=newest`;
    const all: Record<string, string> = {
      "most urgent": "",
      "running, most urgent": "status=open,paused",
      newest: "order=newest",
      "closed, newest": "status=closed&order=newest",
      "solved, unconfirmed": "status=solved",
      duplicates: "status=duplicate&order=newest",
      overdue: "overdue=true",
      "escalated, newest": "escalated=true&order=newest",
      "urgent complaints": "level=urgent&kind=complaint",
      "urgent questions by survey, closed":
        "level=urgent&kind=question&channel=survey&status=closed&order=newest",
      "nothing found: by import": "channel=import",
      "of a handler, closed": `handlerUserId=${made.handlerId}&status=closed&order=newest`,
      "of a handler, most urgent": `handlerUserId=${made.handlerId}`,
      "of a department, major": `departmentId=${made.departmentId}&level=major`,
      "of an account": `accountId=${made.accountId}&order=newest`,
      "of a cause, a quarter": `cause=delivery&${quarter}`,
      "of a cause that never was": "cause=documentation&order=newest",
      "of a segment, a quarter": `segment=core&${quarter}`,
      "of a segment, most urgent": "segment=core",
      "of a product, a quarter": `productId=${made.productId}&${quarter}`,
      "of a product": `productId=${made.productId}&order=newest`,
      "of a department, a quarter long ago": `departmentId=${made.departmentId}&openedFrom=${day(800)}&openedTo=${day(710)}&order=newest`,
      "mine (none)": "whose=mine",
      "search by number": "search=%23654321",
      "search by an everyday word of two": `search=${encodeURIComponent("漏油")}`,
      "search by an everyday word of three": `search=${encodeURIComponent("空压机")}`,
      "search by a rare text": `search=${encodeURIComponent("漏油（77777")}`,
      "search by an account's name": `search=${encodeURIComponent("青云恒达")}`,
      "search by what nothing contains": `search=${encodeURIComponent("不存在的词")}`,
    };
    for (const [name, query] of Object.entries(all))
      add(`all sight: ${name}`, await timesOf(director.seen, rounds, () => `/cases?${query}`));
    const { body } = await ask(director.seen, "/cases?order=newest&limit=200");
    let cursor = (JSON.parse(body) as { nextCursor: string }).nextCursor;
    for (let page = 0; page < 40; page++) {
      const next = await ask(director.seen, `/cases?order=newest&limit=200&cursor=${cursor}`);
      cursor = (JSON.parse(next.body) as { nextCursor: string }).nextCursor;
    }
    add(
      "all sight: page after 8,000 rows",
      await timesOf(director.seen, rounds, () => `/cases?order=newest&cursor=${cursor}`),
    );
    for (const name of [
      "most urgent",
      "newest",
      "closed, newest",
      "overdue",
      "urgent complaints",
      "search by an everyday word of two",
      "search by a rare text",
    ])
      add(`own sight: ${name}`, await timesOf(manager.seen, rounds, () => `/cases?${all[name]}`));
    add("own sight: mine", await timesOf(manager.seen, rounds, () => "/cases?whose=mine"));
    add(
      "case page",
      await timesOf(
        director.seen,
        rounds,
        (index) => `/cases/${made.caseIds[index % made.caseIds.length]}`,
      ),
    );
  } finally {
    await space.end();
  }
  return lines;
};
