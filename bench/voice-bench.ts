import { randomUUID } from "node:crypto";
import pg from "pg";
import type { BenchLine } from "../packages/analytics/bench/bench-line.ts";
import { withTenant } from "../packages/server/src/platform/db/open-transaction.ts";
import { openDatabase } from "../packages/server/src/platform/db/open-database.ts";
import { systemScope } from "../packages/server/src/platform/db/tenant-scope.ts";
import { refreshCaseSums } from "../packages/server/src/service-analysis/refresh-case-sums.ts";
import type { TenantId } from "../packages/domain/src/tenant/tenant-id.ts";
import { openBenchWorkspace } from "./bench-workspace.ts";
import { makeCases } from "./make-cases.ts";
import { makePortfolio } from "./make-portfolio.ts";
import { quantile, timesOf } from "./measure-http.ts";
import { asColleague } from "./today-bench.ts";

const accounts = 20_000;
const cases = Number(process.env["BENCH_CASES"] ?? 1_000_000);
/** Five answers each. */
const responses = Number(process.env["BENCH_RESPONSES"] ?? 200_000);
const rounds = Number(process.env["BENCH_ROUNDS"] ?? 20);
const limitSeconds = 0.2;

/** Answers of two years to a survey of five questions. */
export const fillAnswers = async (adminUrl: string, tenantId: string): Promise<void> => {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query("set session_replication_role = replica");
    const [surveyId, roundId] = [randomUUID(), randomUUID()];
    await client.query(
      `insert into survey (tenant_id, id, title, status) values ($1, $2, '{"zh": "季度"}', 'running')`,
      [tenantId, surveyId],
    );
    await client.query(
      `create temporary table bench_question as select gen_random_uuid() as id, n,
         (select id from department where tenant_id = $1 order by id offset n limit 1) as department_id from generate_series(1, 5) n`,
      [tenantId],
    );
    await client.query(
      `insert into survey_round (tenant_id, id, survey_id, number, opened_on, closes_on, seed, questions, is_anonymous)
       select $1, $2, $3, 1, current_date - 700, current_date + 1, 1,
         jsonb_agg(jsonb_build_object('id', id, 'kind', case when n = 1 then 'nps' else 'csat' end, 'words', '{"zh": "题"}'::jsonb,
           'options', '[]'::jsonb, 'rows', '[]'::jsonb, 'isOverall', n = 1, 'segments', '[]'::jsonb, 'departmentId', department_id) order by n),
         false from bench_question`,
      [tenantId, roundId, surveyId],
    );
    await client.query(
      `create temporary table bench_account as select id, (row_number() over (order by id))::int - 1 as place from account where tenant_id = $1`,
      [tenantId],
    );
    await client.query("analyze bench_account");
    // Spread evenly over two years.
    await client.query(
      `insert into survey_response (tenant_id, id, survey_id, round_id, account_id, segment, is_anonymous, is_complete, started_at,
         answered_at, answered_on, locale, overall_kind, overall_score)
       select $1, gen_random_uuid(), $2, $3, a.id,
         (array['core', 'high_potential', 'maintain', 'develop'])[1 + (hashtext(a.id::text) & 3)], false, true, given.at, given.at,
         given.at::date, 'zh-CN', 'nps', given.n % 11
       from (select n, n % ${accounts} as place, now() - n * interval '2 years' / ${responses} as at from generate_series(1, ${responses}) n) given
       join bench_account a on a.place = given.place`,
      [tenantId, surveyId, roundId],
    );
    await client.query(
      `insert into survey_answer (tenant_id, response_id, question_id, kind, department_id, score)
       select $1, p.id, q.id, case when q.n = 1 then 'nps' else 'csat' end, q.department_id,
         case when q.n = 1 then abs(hashtext(p.id::text)) % 11 else 1 + abs(hashtext(p.id::text || q.n)) % 5 end
       from survey_response p cross join bench_question q where p.tenant_id = $1 and p.survey_id = $2`,
      [tenantId, surveyId],
    );
    await client.query("vacuum analyze case_segment, service_case, survey_response, survey_answer");
  } finally {
    await client.end();
  }
};

/** The analyses over a million cases, sums up to date and a fortnight of days behind, and the round that brings them up to date. */
export const benchVoice = async (): Promise<BenchLine[]> => {
  const space = await openBenchWorkspace();
  const lines: BenchLine[] = [];
  const add = (name: string, times: readonly number[]) => {
    console.error(`${name}: p95 ${quantile(times, 0.95).toFixed(0)} ms`);
    for (const [label, share] of [
      ["p50", 0.5],
      ["p95", 0.95],
    ] as const)
      lines.push({
        name: `${name}, ${label}`,
        rows: cases,
        seconds: quantile(times, share) / 1000,
        limitSeconds,
      });
  };
  const database = openDatabase({ appUrl: space.appUrl, maxConnections: 2 });
  try {
    await makePortfolio(space.adminUrl, space.tenantId, accounts);
    const director = await asColleague(space, "director", "all");
    await makeCases(space.adminUrl, space.tenantId, cases);
    await fillAnswers(space.adminUrl, space.tenantId);
    const tenantId = space.tenantId as TenantId;
    const refresh = () =>
      withTenant(database, systemScope(tenantId), (tx) =>
        refreshCaseSums(tx, tenantId, new Date()),
      );
    // The workspace's own round may have summed nothing yet: the copied cases were noted by nobody.
    const admin = new pg.Client({ connectionString: space.adminUrl });
    await admin.connect();
    await admin.query("delete from case_day_state");
    await admin.end();
    const began = performance.now();
    await refresh();
    lines.push({
      name: "all days summed from the rows",
      rows: cases,
      seconds: (performance.now() - began) / 1000,
      limitSeconds: 120,
    });
    const today = new Date().toISOString().slice(0, 10);
    const ago = (days: number) =>
      new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
    const client = new pg.Client({ connectionString: space.adminUrl });
    await client.connect();
    await client.query("vacuum analyze case_day_sum, case_month_sum");
    const path = (name: string, days: number, more = "") =>
      `/analytics/service/${name}?from=${ago(days)}&to=${today}${more}`;
    const asked: Record<string, string> = {
      "cases of a quarter by department": path("cases", 90, "&by=department"),
      "complaints of a quarter by segment": path("cases", 90, "&by=segment&kind=complaint"),
      "cases of a year by department": path("cases", 364, "&by=department"),
      "cases of a quarter by account": path("cases", 90, "&by=account"),
      "causes of a year": path("causes", 364),
      "satisfaction of a quarter": path("satisfaction", 90),
      "drivers of a quarter": path("drivers", 90),
      "voice overview": "/analytics/service/overview",
      "list of loops": "/feedback-loops",
    };
    for (const [name, one] of Object.entries(asked))
      add(name, await timesOf(director.seen, rounds, () => one));
    await client.query(
      `insert into case_day_stale (tenant_id, on_date) select $1, current_date - n from generate_series(0, 13) n`,
      [space.tenantId],
    );
    await client.end();
    add(
      "cases of a quarter by department, a fortnight behind",
      await timesOf(director.seen, rounds, () => asked["cases of a quarter by department"] ?? ""),
    );
    const again = performance.now();
    await refresh();
    lines.push({
      name: "a fortnight of days summed anew",
      rows: cases,
      seconds: (performance.now() - again) / 1000,
      limitSeconds: 10,
    });
  } finally {
    await database.end().catch(() => undefined);
    await space.end();
  }
  return lines;
};
