import { beforeEach, expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeMember } from "../platform/test-world/make-chain.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { measureHealth } from "./measure-health.ts";

const today = "2026-11-20";
let world: TestWorld;
let tenant: TestTenant;
let accountId: string;
let roundId: string;
let surveyId: string;
let numbers = 0;

beforeEach(async () => {
  world = await testWorld();
  tenant = await makeTenant(world);
  accountId = await makeAccount(
    world,
    tenant,
    { name: "健康客户" },
    {
      as_of: today,
      p_lost: 0.02,
      level: "fine",
      revenue_12m_minor: 100,
      revenue_prior_12m_minor: 100,
    },
  );
  surveyId = await makeRow(world, tenant, "survey", { title: "{}" });
  roundId = await makeRow(world, tenant, "survey_round", {
    survey_id: surveyId,
    number: 1,
    opened_on: "2026-11-01",
    closes_on: "2026-11-30",
    seed: 1,
    questions: "[]",
    is_anonymous: false,
  });
});

const at = (on: string, time = "10:00") => new Date(`${on}T${time}:00+08:00`);
const person = (role: string, influence: number) =>
  makeMember(world, tenant, accountId, { name: `${role}${++numbers}`, role, influence });
const answer = async (score: number, on = "2026-11-10", row: object = {}) =>
  makeRow(world, tenant, "survey_response", {
    survey_id: surveyId,
    round_id: roundId,
    account_id: accountId,
    person_id: await person("user", 3),
    is_anonymous: false,
    is_complete: true,
    started_at: at(on),
    answered_at: at(on),
    answered_on: on,
    locale: "zh-CN",
    overall_kind: "nps",
    overall_score: score,
    ...row,
  });
const openCase = (row: object = {}) =>
  makeRow(world, tenant, "service_case", {
    number: ++numbers,
    account_id: accountId,
    kind: "complaint",
    level: "urgent",
    title: "停线",
    channel: "phone",
    first_responder_id: tenant.adminUserId,
    policy_version: 0,
    opened_at: at("2026-11-18"),
    reply_due_at: at("2026-11-18", "12:00"),
    solve_due_at: at("2026-11-20", "12:00"),
    ...row,
  });
const health = async (now?: Date) => {
  await withTenant(world.database, tenant.scope, (tx) =>
    measureHealth(tx, {
      tenantId: tenant.tenantId,
      today,
      accountIds: [accountId],
      ...(now ? { now } : {}),
    }),
  );
  const [row] = await askTenant<{
    band: string;
    inputs: Record<string, number | null>;
    vetoes: string[];
    reasons: { code: string; params: Record<string, unknown> }[];
  }>(world, tenant, `select * from account_health where account_id = '${accountId}'`);
  return row!;
};

test("voice is the newest answer of each person on the scale asked last, weighted by role; anonymous ones speak for nobody", async () => {
  expect((await health()).inputs["voice"]).toBeNull();
  const technical = await person("technical", 5);
  await answer(2, "2026-09-01", { person_id: technical });
  await answer(8, "2026-11-10", { person_id: technical, buying_role: "technical", influence: 5 });
  await answer(10);
  await answer(0, "2026-11-12", { is_anonymous: true, person_id: null });
  await answer(1, "2026-11-12", { is_complete: false });
  await answer(3, "2026-08-01", { overall_kind: "csat" });
  // Two answers: what each person's influence was judged stays unsaid, so that the role alone weighs.
  const { inputs, vetoes } = await health();
  expect(inputs["voice"]).toBeCloseTo((100 * ((1.3 * 8 + 1 * 10) / 2.3)) / 10);
  expect(vetoes).toEqual([]);
  await answer(10);
  const third = await health();
  expect(third.inputs["voice"]).toBeCloseTo(
    (100 * ((1.3 * 5 * 8 + 3 * 10 + 3 * 10) / (1.3 * 5 + 3 + 3))) / 10,
  );
});

test("an answer over 200 days old is unknown again", async () => {
  await answer(10, "2026-05-03");
  expect((await health()).inputs["voice"]).toBeNull();
});

test("one detractor who decides turns the account red and says so, whatever the others answer", async () => {
  for (let n = 0; n < 4; n++) await answer(10);
  const buyer = await person("economic_buyer", 5);
  await answer(6, "2026-11-15", { person_id: buyer });
  expect(await health()).toMatchObject({
    band: "red",
    vetoes: ["buyer_dissatisfied"],
    reasons: [{ code: "buyer_dissatisfied", params: { scale: "nps", score: 6, days: 5 } }],
  });
  await answer(9, "2026-11-19", { person_id: buyer });
  expect((await health()).vetoes).toEqual([]);
});

test("service falls with broken clocks and open cases; an urgent one past its hour is red by the clock of the round", async () => {
  expect((await health()).inputs["service"]).toBeNull();
  await openCase({ replied_at: at("2026-11-18", "11:00") });
  expect(await health(at(today, "11:59"))).toMatchObject({
    vetoes: [],
    inputs: { service: 97 },
  });
  const late = await health(at(today, "12:01"));
  expect(late).toMatchObject({ band: "red", vetoes: ["case_overdue"] });
  expect(late.reasons[0]).toMatchObject({ code: "case_overdue", params: { cases: 1 } });
  // One of two clocks kept, one open, one urgent past its hour.
  expect(late.inputs["service"]).toBe(0);
});

test("a case solved in time, however grave, leaves full marks; duplicates and old ones do not count", async () => {
  await openCase({
    status: "closed",
    closed_by: "customer",
    replied_at: at("2026-11-18", "11:00"),
    solved_at: at("2026-11-19"),
    closed_at: at("2026-11-19"),
  });
  const first = await openCase({
    status: "solved",
    opened_at: at("2026-01-01"),
    reply_due_at: at("2026-01-01"),
    solve_due_at: at("2026-01-02"),
    solved_at: at("2026-02-02"),
  });
  await openCase({ status: "duplicate", duplicate_of_id: first });
  expect((await health()).inputs["service"]).toBe(100);
});
