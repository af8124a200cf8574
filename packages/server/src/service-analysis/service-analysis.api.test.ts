import { seededRandom } from "@mainstay/analytics/numeric/seeded-random";
import { cases } from "@mainstay/contract/case";
import {
  type CaseFigures,
  type CaseGrouping,
  caseGroupings,
  serviceAnalysis,
} from "@mainstay/contract/service-analysis";
import { voices } from "@mainstay/contract/voice";
import { caseCauses, caseKinds, caseLevels } from "@mainstay/domain/case/case-kind";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { makeRound, questionOf } from "../feedback-loop/make-response.ts";
import { refreshCaseSums } from "./refresh-case-sums.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let director: TestCaller;
let manager: TestCaller;
let managerId: string;
let departments: string[];
let accounts: string[];
const made: Record<string, unknown>[] = [];
const window = { from: "2026-02-01", to: "2026-02-28" };

const aCase = async (number: number, columns: Record<string, unknown>) => {
  const row = {
    number,
    kind: "complaint",
    level: "general",
    title: "x",
    channel: "phone",
    first_responder_id: tenant.adminUserId,
    policy_version: 0,
    reply_due_at: "2026-02-03T00:00:00Z",
    solve_due_at: "2026-02-05T00:00:00Z",
    opened_at: "2026-02-02T00:00:00Z",
    ...columns,
  };
  const id = await makeRow(world, tenant, "service_case", row);
  made.push({ id, status: "open", ...row });
  return id;
};

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  managerId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
  director = await sessionOf(app, tenant, await makeUser(world, tenant, "director"));
  departments = [
    await makeRow(world, tenant, "department", { name: "交付部" }),
    await makeRow(world, tenant, "department", { name: "服务部" }),
  ];
  accounts = [
    await makeAccount(
      world,
      tenant,
      { name: "甲", manager_user_id: managerId },
      { segment: "core" },
    ),
    await makeAccount(world, tenant, { name: "乙" }, { segment: "maintain" }),
    await makeAccount(world, tenant, { name: "丙" }),
  ];
  const chance = seededRandom(5);
  const pick = <One>(of: readonly One[]) => of[Math.floor(chance.uniform() * of.length)]!;
  for (let i = 1; i <= 40; i++) {
    const day = 1 + Math.floor(chance.uniform() * 40);
    const opened = Date.UTC(2026, 0, 20 + day, 3);
    const isSolved = chance.uniform() < 0.7;
    const isClosed = isSolved && chance.uniform() < 0.6;
    await aCase(i, {
      account_id: pick(accounts),
      kind: pick(caseKinds),
      level: pick(caseLevels),
      cause: pick([null, ...caseCauses]),
      department_id: pick([null, ...departments]),
      opened_at: new Date(opened).toISOString(),
      reply_due_at: new Date(opened + 24 * 3_600_000).toISOString(),
      solve_due_at: new Date(opened + 48 * 3_600_000).toISOString(),
      replied_at: isSolved
        ? new Date(opened + chance.uniform() * 36 * 3_600_000).toISOString()
        : null,
      solved_at: isSolved
        ? new Date(opened + chance.uniform() * 90 * 3_600_000).toISOString()
        : null,
      status: isClosed ? "closed" : isSolved ? "solved" : "open",
      closed_at: isClosed ? new Date(opened + 95 * 3_600_000).toISOString() : null,
      closed_by: isClosed ? "customer" : null,
      score: isClosed ? pick([1, 3, 4, 5]) : null,
      reopened: chance.uniform() < 0.2 ? 1 : 0,
    });
  }
});

const refresh = () =>
  withTenant(world.database, systemScope(tenant.tenantId), (tx) =>
    refreshCaseSums(tx, tenant.tenantId, new Date()),
  );
const ask = async (by: CaseGrouping, who = director, rest: object = {}) =>
  (await who(serviceAnalysis.cases, { query: { ...window, by, ...rest } as never })).body;

/** The day a case was opened on by the workspace's clocks (UTC+8). */
const dayOf = (row: Record<string, unknown>) =>
  new Date(Date.parse(String(row["opened_at"])) + 8 * 3_600_000).toISOString().slice(0, 10);
const inWindow = () => made.filter((row) => dayOf(row) >= window.from && dayOf(row) <= window.to);

test("sums of days say exactly what the rows say, before they are made, after, and while some days are behind", async () => {
  const { rows } = { rows: inWindow() };
  const before = await Promise.all(caseGroupings.map((by) => ask(by)));
  await refresh();
  expect(await Promise.all(caseGroupings.map((by) => ask(by)))).toEqual(before);
  const total = before[0].total;
  expect(total.cases).toBe(rows.length);
  const solved = rows.filter((row) => row["solved_at"]);
  expect(total.solvedInTime).toMatchObject({
    hits: solved.filter((row) => String(row["solved_at"]) <= String(row["solve_due_at"])).length,
    n: rows.length,
  });
  expect(total.reopened.hits).toBe(rows.filter((row) => row["reopened"] === 1).length);
  expect(total.satisfied.hits).toBe(rows.filter((row) => Number(row["score"]) >= 4).length);
  expect(total.unconfirmed).toMatchObject({
    hits: rows.filter((row) => row["status"] === "solved").length,
    n: solved.length,
  });
  for (const [index, by] of caseGroupings.entries())
    expect(
      before[index].groups.reduce((sum: number, group: { cases: number }) => sum + group.cases, 0),
      by,
    ).toBe(rows.length);
  const hours = solved
    .map(
      (row) =>
        (Date.parse(String(row["solved_at"])) - Date.parse(String(row["opened_at"]))) / 3_600_000,
    )
    .sort((a, b) => a - b);
  const middle =
    (hours[Math.floor((hours.length - 1) / 2)]! + hours[Math.ceil((hours.length - 1) / 2)]!) / 2;
  expect(total.medianSolveHours).toBeCloseTo(middle, 6);

  const open = rows.find((row) => row["status"] === "open")!;
  await askTenant(
    world,
    tenant,
    `update service_case set status = 'solved', solved_at = opened_at + interval '1 hour', replied_at = opened_at + interval '1 minute'
     where id = '${open["id"]}'`,
  );
  await aCase(41, { account_id: accounts[0], department_id: departments[0] });
  const behind = await Promise.all(caseGroupings.map((by) => ask(by)));
  expect(behind[0].total.cases).toBe(rows.length + 1);
  expect(behind[0].total.solvedInTime.hits).toBe(total.solvedInTime.hits + 1);
  await refresh();
  expect(await Promise.all(caseGroupings.map((by) => ask(by)))).toEqual(behind);
});

/** How many cases the list shows where a figure leads to; its counts leave out those that are the same as another. */
const listed = async (who: TestCaller, filter: object) => {
  const { body } = await who(cases.list, {
    query: { openedFrom: window.from, openedTo: window.to, limit: 1, ...filter } as never,
  });
  const { open, paused, solved, closed } = body.counts;
  return open.n + paused.n + solved.n + closed.n;
};

test("every number of the figures opens exactly the cases it counts, whatever they are grouped by", async () => {
  const outcomes = [
    ["repliedInTime", "replied_in_time", "reply_judged"],
    ["solvedInTime", "solved_in_time", "solve_judged"],
    ["reopened", "reopened", undefined],
    ["satisfied", "satisfied", undefined],
    ["unconfirmed", "unconfirmed", "was_solved"],
  ] as const;
  const opensItsRows = async (figures: CaseFigures, filter: object) => {
    expect(await listed(director, filter)).toBe(figures.cases);
    for (const [name, hits, n] of outcomes) {
      const opened = [
        await listed(director, { ...filter, outcome: hits }),
        await listed(director, { ...filter, ...(n && { outcome: n }) }),
      ];
      expect(opened, name).toEqual([figures[name].hits, figures[name].n]);
    }
  };
  const { total, groups } = await ask("department");
  await opensItsRows(total, {});
  for (const { key, ...figures } of groups)
    await opensItsRows(figures, key === null ? { without: "department" } : { departmentId: key });
  for (const { key, cases: n } of (await ask("segment")).groups)
    expect(await listed(director, key === null ? { without: "segment" } : { segment: key })).toBe(
      n,
    );
  const { body } = await director(serviceAnalysis.causes, { query: window });
  expect(await listed(director, { without: "cause" })).toBe(body.unknown);
});

test("who sees only some accounts counts only their cases, and a kind alone can be asked for", async () => {
  const own = inWindow().filter((row) => row["account_id"] === accounts[0]);
  expect((await ask("department", manager)).total.cases).toBe(own.length);
  const complaints = own.filter((row) => row["kind"] === "complaint");
  expect((await ask("segment", manager, { kind: "complaint" })).total.cases).toBe(
    complaints.length,
  );
  expect((await ask("account", manager)).groups).toMatchObject([{ key: accounts[0], name: "甲" }]);
});

test("the segment stays what it was when a case was opened; complaints are rated against orders", async () => {
  const at = (groups: { key: string | null; cases: number }[], key: string | null) =>
    groups.find((group) => group.key === key)?.cases;
  const before = (await ask("segment")).groups;
  await askTenant(
    world,
    tenant,
    `update account_standing set segment = 'develop' where account_id = '${accounts[0]}'`,
  );
  expect(at((await ask("segment")).groups, "core")).toBe(at(before, "core"));
  await withTenant(world.database, tenant.scope, (tx) =>
    tx
      .insertInto("order_day")
      .values({
        tenant_id: tenant.tenantId,
        account_id: accounts[1]!,
        on_date: "2026-02-10",
        orders: 1,
        base_net_minor: 1,
      })
      .execute(),
  );
  const group = (await ask("account")).groups.find(
    ({ key }: { key: string }) => key === accounts[1],
  );
  expect(group).toMatchObject({ orders: 1 });
  expect(group.complaintsPer100Orders % 100).toBe(0);
});

test("causes are a Pareto, those not noted stand beside it", async () => {
  const { body } = await director(serviceAnalysis.causes, { query: window });
  const known = inWindow().filter((row) => row["cause"]);
  expect(body.n).toBe(known.length);
  expect(body.n + body.unknown).toBe(inWindow().length);
  expect(body.bars.at(-1).cumulative).toBeCloseTo(1, 12);
});

const answered = async (
  round: Awaited<ReturnType<typeof makeRound>>,
  scores: readonly (number | null)[],
  rest: Record<string, unknown> = {},
) => {
  const responseId = await makeRow(world, tenant, "survey_response", {
    survey_id: round.surveyId,
    round_id: round.roundId,
    account_id: accounts[0],
    is_anonymous: false,
    is_complete: true,
    started_at: "2026-02-10T00:00:00Z",
    answered_at: "2026-02-10T00:00:00Z",
    answered_on: "2026-02-10",
    locale: "zh-CN",
    overall_kind: "nps",
    overall_score: scores[0],
    ...rest,
  });
  await withTenant(world.database, tenant.scope, async (tx) => {
    for (const [index, question] of round.questions.entries())
      if (scores[index] !== null && scores[index] !== undefined)
        await tx
          .insertInto("survey_answer")
          .values({
            tenant_id: tenant.tenantId,
            response_id: responseId,
            question_id: question.id,
            kind: question.kind,
            department_id: question.departmentId,
            score: scores[index],
          })
          .execute();
  });
};

test("the heat map hides cells of fewer than five and whatever would give them away; drivers say when there are too few", async () => {
  const round = await makeRound(world, tenant, [
    questionOf("nps", { isOverall: true }),
    questionOf("csat", { position: 2, departmentId: departments[0]! }),
    questionOf("csat", { position: 3, departmentId: departments[1]! }),
  ]);
  for (let i = 0; i < 6; i++) await answered(round, [9, 5, i % 2 ? 4 : 2], { segment: "core" });
  for (let i = 0; i < 3; i++) await answered(round, [3, 1, null], { segment: "maintain" });
  const heat = (
    await director(serviceAnalysis.satisfaction, { query: { ...window, scale: "csat" } })
  ).body;
  expect(heat.segments).toEqual(["core", "maintain"]);
  expect(heat.total.n).toBe(15);
  const of = (id: string | undefined) =>
    heat.departments.find((row: { department: { id: string } }) => row.department.id === id);
  expect(of(departments[1])).toMatchObject({
    all: { n: 6, value: 0.5 },
    cells: [{ n: 6 }, { n: 0 }],
  });
  // Nine in all less six would give the three away: both are hidden.
  expect(of(departments[0])).toMatchObject({
    all: { n: 9 },
    cells: [
      { n: 0, value: null },
      { n: 0, value: null },
    ],
  });
  // A cell opens exactly the answers it counts, within sight; those without a name are never among them.
  await answered(round, [1, 1, 1], { segment: "core", is_anonymous: true, account_id: null });
  const opened = async (who: TestCaller, query: object) =>
    (
      await who(voices.answers, {
        query: { ...window, scale: "csat", limit: 4, ...query } as never,
      })
    ).body;
  const cell = await opened(director, { departmentId: departments[1], segment: "core" });
  expect(cell).toMatchObject({ total: 6, items: Array(4).fill({ segment: "core" }) });
  const rest = await opened(director, {
    departmentId: departments[1],
    segment: "core",
    cursor: cell.nextCursor,
  });
  expect(new Set([...cell.items, ...rest.items].map(({ responseId }) => responseId)).size).toBe(6);
  expect((await opened(director, {})).total).toBe(15);
  expect((await opened(director, { departmentId: "none" })).total).toBe(0);
  expect((await opened(director, { scale: "nps", overall: "true" })).total).toBe(9);
  const elsewhere = await sessionOf(app, tenant, await makeUser(world, tenant, "manager"));
  expect((await opened(elsewhere, {})).total).toBe(0);
  const few = (await director(serviceAnalysis.drivers, { query: window })).body;
  expect(few).toMatchObject({
    surveyId: round.surveyId,
    n: 9,
    leastN: 30,
    isEnough: false,
    drivers: [],
  });
  for (let i = 0; i < 26; i++) await answered(round, [i % 11, 1 + (i % 5), 1 + ((i * 3) % 5)]);
  const enough = (await director(serviceAnalysis.drivers, { query: window })).body;
  expect(enough).toMatchObject({ n: 35, isEnough: true, scale: "nps" });
  expect(enough.drivers).toHaveLength(2);
  expect(enough.drivers[0]).toMatchObject({ department: { id: expect.any(String) } });
  const own = (await manager(serviceAnalysis.drivers, { query: window })).body;
  expect(own.n).toBe(35);
});

test("the overview judges this quarter; an economic buyer who is dissatisfied is named, another workspace sees nothing", async () => {
  const round = await makeRound(world, tenant, [questionOf("nps", { isOverall: true })]);
  const [row] = await askTenant<{ today: string }>(
    world,
    tenant,
    "select (now() at time zone time_zone)::date::text as today from tenant",
  );
  const personId = await makeRow(world, tenant, "person", { name: "钱总", search_text: "" });
  await answered(round, [2], {
    answered_on: row!.today,
    person_id: personId,
    buying_role: "economic_buyer",
    overall_score: 2,
  });
  // A program's answer waits for somebody to look; until then it stands in no figure.
  await answered(round, [0], {
    answered_on: row!.today,
    person_id: await makeRow(world, tenant, "person", { name: "孙总", search_text: "" }),
    buying_role: "economic_buyer",
    overall_score: 0,
    is_suspect: true,
  });
  const { body } = await director(serviceAnalysis.overview, {});
  expect(body).toMatchObject({ scale: "nps", now: { n: 1, value: null } });
  // Every department that was asked about stands there, lowest first, as the heat map has it.
  const { body: heat } = await director(serviceAnalysis.satisfaction, {
    query: { from: body.from, to: body.to, scale: "csat" } as never,
  });
  expect(body.departments).toEqual(
    heat.departments
      .filter((one: { department: unknown }) => one.department !== null)
      .map((one: { department: object; all: object }) => ({
        department: one.department,
        scale: "csat",
        figure: one.all,
      })),
  );
  expect(body.dissatisfiedBuyers).toMatchObject([{ account: { id: accounts[0] }, score: 2 }]);
  expect(body.casesOpen).toBe(made.filter(({ status }) => status === "open").length - 1);
  const other = await makeTenant(world);
  const stranger = await sessionOf(app, other, await makeUser(world, other, "director"));
  const { body: none } = await stranger(serviceAnalysis.overview, {});
  expect(none).toMatchObject({ scale: null, casesOpen: 0, dissatisfiedBuyers: [] });
  expect((await ask("department", stranger)).total.cases).toBe(0);
});
