import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { isEvaluationReason } from "@mainstay/phrases/reason/render-evaluation-reason";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount, makeSignal } from "../platform/test-world/make-account.ts";
import { makeMember } from "../platform/test-world/make-chain.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { forgetPersonInSignals } from "./forget-person-in-signals.ts";
import { listMeasurableAccounts, measureAccounts } from "./measure-accounts.ts";
import { withTenant } from "../platform/db/open-transaction.ts";

const today = dayNumberFromIso("2026-11-20") ?? 0;
let world: TestWorld;
let tenant: TestTenant;
let managerId: string;
let accountId: string;
let bossId: string;

beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  tenant = await makeTenant(world);
  managerId = await makeUser(world, tenant, "manager");
  accountId = await makeAccount(
    world,
    tenant,
    { name: "万华", manager_user_id: managerId },
    { grade: "key", revenue_12m_minor: 1_000, value_at_risk_minor: 50, p_lost: 0.05 },
  );
  bossId = await makeMember(world, tenant, accountId, {
    name: "张董",
    role: "economic_buyer",
    influence: 5,
    stance: "neutral",
  });
});

const round = (on = today) =>
  measureAccounts(
    { database: world.database, tenantId: tenant.tenantId, today: on, keepsWeek: true },
    [accountId],
  );
const everyAccount = async () =>
  measureAccounts(
    { database: world.database, tenantId: tenant.tenantId, today, keepsWeek: true },
    await listMeasurableAccounts(world.database, tenant.tenantId),
  );
const ask = <Row = Record<string, unknown>>(text: string) => askTenant<Row>(world, tenant, text);
const flags = async () =>
  (
    await ask<{ kind: string; status: string }>(
      "select kind, status from signal where status <> 'resolved' order by kind",
    )
  ).map(({ kind }) => kind);
const meet = (personId: string, more: object = {}) =>
  makeRow(world, tenant, "interaction", {
    account_id: accountId,
    occurred_on: "2026-11-20",
    kind: "meeting",
    summary: "会面",
    person_ids: [personId],
    logged_by: managerId,
    ...more,
  });
const addOthers = async () => {
  await makeMember(world, tenant, accountId, {
    name: "技术总监",
    role: "technical",
    influence: 4,
    stance: "supporter",
  });
  await makeMember(world, tenant, accountId, {
    name: "使用者",
    role: "user",
    influence: 2,
    stance: "opponent",
  });
};
/** All a round writes, without ids and clock times. */
const stateOf = async () => ({
  measures: await ask(
    "select to_jsonb(r) - 'tenant_id' - 'id' - 'computed_at' as row from account_relationship r order by account_id, project_id",
  ),
  steps: await ask(
    "select to_jsonb(r) - 'tenant_id' - 'id' as row from relationship_step r order by account_id, project_id",
  ),
  weeks: await ask(
    "select to_jsonb(r) - 'tenant_id' - 'id' - 'taken_at' as row from relationship_snapshot r order by account_id, project_id, week_on",
  ),
  signals: await ask(
    "select to_jsonb(r) - 'tenant_id' - 'id' - 'updated_at' - 'resolved_at' as row from signal r order by account_id, kind, status",
  ),
});

test("the measures are those of the formulas: the shipped vector comes out as 3.49", async () => {
  await addOthers();
  await round();
  const [row] = await ask<{ support_index: number; known_share: number; members: number }>(
    "select support_index, known_share, members from account_relationship where project_id is null",
  );
  expect(row?.support_index).toBeCloseTo(3.49, 2);
  expect(row).toMatchObject({ known_share: 1, members: 3 });
});

test("a red flag is raised for the manager with the account's risk, and its sentence has words", async () => {
  await round();
  const raised = await ask<{
    kind: string;
    owner_user_id: string;
    reason: { code: string };
    severity: string;
    money_at_stake_minor: number;
    probability: number;
    play: string;
  }>("select * from signal order by kind");
  expect(raised.map(({ kind }) => kind)).toEqual(["economic_buyer_never_met", "single_threaded"]);
  for (const signal of raised) {
    expect(signal).toMatchObject({
      owner_user_id: managerId,
      money_at_stake_minor: signal.kind === "economic_buyer_never_met" ? 50 : 0,
      probability: 0.05,
      severity: "act",
    });
    expect(isEvaluationReason(signal.reason)).toBe(true);
  }
  const [standing] = await ask<{ open_signals: number }>(
    "select open_signals from account_standing",
  );
  expect(standing?.open_signals).toBe(2);
});

test("the account's value at risk is said once: by its order rhythm where that is broken, else by its gravest flag", async () => {
  const rhythmId = await makeSignal(world, tenant, accountId, { money_at_stake_minor: 50 });
  const sum = async () =>
    (
      await ask<{ sum: number }>(
        "select sum(money_at_stake_minor)::int as sum from signal where status <> 'resolved'",
      )
    )[0]?.sum;
  await round();
  expect(await sum()).toBe(50);
  await ask(
    `update signal set status = 'resolved', outcome = 'cleared', resolved_at = now() where id = '${rhythmId}'`,
  );
  expect(await sum()).toBe(0);
  await round();
  expect(await sum()).toBe(50);
});

test("a two-way meeting with the economic buyer clears the flag; a one-way one does not", async () => {
  await round();
  await meet(bossId, { is_two_way: false });
  await round();
  expect(await flags()).toContain("economic_buyer_never_met");
  await meet(bossId);
  await round();
  expect(await flags()).not.toContain("economic_buyer_never_met");
  const [past] = await ask(
    "select status, outcome from signal where kind = 'economic_buyer_never_met'",
  );
  expect(past).toMatchObject({ status: "resolved", outcome: "cleared" });
});

test("a meeting years ago, or at an account the buyer worked for before, counts as met", async () => {
  const before = await makeAccount(world, tenant, { name: "旧东家" });
  await makeRow(world, tenant, "interaction", {
    account_id: before,
    occurred_on: "2019-03-01",
    kind: "visit",
    summary: "初次见面",
    person_ids: [bossId],
  });
  await round();
  expect(await flags()).toContain("economic_buyer_never_met");
  await ask(
    `insert into position (tenant_id, id, person_id, account_id, ends_on) values ('${tenant.tenantId}', gen_random_uuid(), '${bossId}', '${before}', '2020-01-01')`,
  );
  await round();
  expect(await flags()).not.toContain("economic_buyer_never_met");
});

test("open flags are updated in place: state, owner and first day stay, a snooze ends on its day", async () => {
  await round();
  await ask(
    `update signal set status = 'snoozed', snoozed_until = '2026-11-22', owner_user_id = null`,
  );
  await round(today + 1);
  const snoozed = await ask(
    "select status, owner_user_id, first_seen_on::text, last_seen_on::text, version from signal",
  );
  for (const signal of snoozed)
    expect(signal).toMatchObject({
      status: "snoozed",
      owner_user_id: null,
      first_seen_on: "2026-11-20",
      last_seen_on: "2026-11-21",
      version: 1,
    });
  await round(today + 2);
  for (const signal of await ask("select status, version from signal"))
    expect(signal).toMatchObject({ status: "open", version: 2 });
});

test.each([
  ["false_alarm", 100, false],
  ["false_alarm", 200, true],
  ["saved", 30, false],
  ["saved", 70, true],
  ["lost", 900, false],
  ["cleared", 1, true],
] as const)(
  "people's word holds: resolved as %s %i days ago, raised again is %s",
  async (outcome, ago, isRaised) => {
    await makeSignal(world, tenant, accountId, {
      kind: "economic_buyer_never_met",
      status: "resolved",
      outcome,
      resolved_at: new Date(Date.UTC(2026, 10, 20 - ago)),
    });
    await round();
    expect((await flags()).includes("economic_buyer_never_met")).toBe(isRaised);
  },
);

test("signals of the evaluation are neither cleared nor touched", async () => {
  const id = await makeSignal(world, tenant, accountId, { kind: "season_closed", version: 7 });
  await meet(bossId);
  await round();
  expect(await ask(`select kind, status, version from signal where id = '${id}'`)).toEqual([
    { kind: "season_closed", status: "open", version: 7 },
  ]);
});

test("running twice, and two rounds at once, change nothing and raise nothing double", async () => {
  await addOthers();
  await round();
  const once = await stateOf();
  await round();
  expect(await stateOf()).toEqual(once);
  for (const table of [
    "signal",
    "account_relationship",
    "relationship_step",
    "relationship_snapshot",
  ])
    await ask(`delete from ${table}`);
  await Promise.all([everyAccount(), everyAccount(), everyAccount()]);
  expect(await stateOf()).toEqual(once);
});

test("a round that is stopped between blocks and runs again ends where an unbroken one ends", async () => {
  await ask(
    `insert into account (tenant_id, id, name, name_key) select '${tenant.tenantId}', ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'k' || n, 'k' || n from generate_series(1, 600) n`,
  );
  await ask(
    `with p as (insert into person (tenant_id, id, name) select '${tenant.tenantId}', gen_random_uuid(), 'p' || n from generate_series(1, 600) n returning id, name)
     insert into position (tenant_id, id, person_id, account_id) select '${tenant.tenantId}', gen_random_uuid(), id, ('00000000-0000-4000-8000-' || lpad(substr(name, 2), 12, '0'))::uuid from p`,
  );
  await ask(
    `insert into buying_role (tenant_id, id, account_id, person_id, role) select tenant_id, gen_random_uuid(), account_id, person_id, 'user' from position where account_id <> '${accountId}'`,
  );
  const ids = await listMeasurableAccounts(world.database, tenant.tenantId);
  expect(ids).toHaveLength(601);
  const stop = new AbortController();
  const parts = { database: world.database, tenantId: tenant.tenantId, today, keepsWeek: true };
  const dying = measureAccounts(parts, ids, stop.signal);
  stop.abort();
  await expect(dying).rejects.toThrow();
  const [half] = await ask<{ n: number }>("select count(*) as n from account_relationship");
  expect(half?.n).toBe(500);
  await everyAccount();
  const [done] = await ask<{ n: number; flags: number; weeks: number }>(
    `select count(*) as n, (select count(*) from signal) as flags, (select count(*) from relationship_snapshot) as weeks from account_relationship`,
  );
  expect(done).toEqual({ n: 601, flags: 600 * 2 + 2, weeks: 601 });
});

test("the week is kept once, under its Monday; the week before stands beside the present", async () => {
  await round(dayNumberFromIso("2026-11-11") ?? 0);
  await meet(bossId);
  await round(dayNumberFromIso("2026-11-13") ?? 0);
  await ask("update stance_assessment set stance = 'ally'");
  await round(dayNumberFromIso("2026-11-20") ?? 0);
  const weeks = await ask(
    "select week_on::text, support_index from relationship_snapshot order by week_on",
  );
  expect(weeks).toEqual([
    { week_on: "2026-11-09", support_index: 0 },
    { week_on: "2026-11-16", support_index: 75 },
  ]);
  expect(await ask("select support_index, support_index_before from account_relationship")).toEqual(
    [{ support_index: 75, support_index_before: 0 }],
  );
});

test("projects have measures of their own until they are closed", async () => {
  const projectId = await makeRow(world, tenant, "project", {
    account_id: accountId,
    name: "二期",
  });
  await makeRow(world, tenant, "stance_assessment", {
    account_id: accountId,
    person_id: bossId,
    project_id: projectId,
    stance: "insider",
    assessed_on: "2026-11-10",
  });
  await round();
  const of = () =>
    ask(
      "select project_id, support_index from account_relationship order by project_id nulls first",
    );
  expect(await of()).toEqual([
    { project_id: null, support_index: 0 },
    { project_id: projectId, support_index: 100 },
  ]);
  await ask("update project set status = 'won', ended_on = '2026-11-20'");
  await round();
  expect(await of()).toEqual([{ project_id: null, support_index: 0 }]);
});

test("an objection to profiling takes the judgement out, restricted use the person", async () => {
  await addOthers();
  await ask(`update person set no_profiling = true where name = '使用者'`);
  await ask(`update person set restricted_at = now() where name = '技术总监'`);
  await round();
  const [row] = await ask<{ members: number; known_share: number; support_index: number }>(
    "select members, known_share, support_index from account_relationship",
  );
  expect(row).toMatchObject({ members: 2, support_index: 0 });
  expect(row?.known_share).toBeCloseTo(10 / 13, 12);
  const said = JSON.stringify(await ask("select reason, evidence from signal"));
  expect(said).not.toContain("技术总监");
});

test("an erased person's name leaves every flag, also the resolved ones", async () => {
  await round();
  await meet(bossId);
  await round();
  expect(JSON.stringify(await ask("select reason, evidence from signal"))).toContain("张董");
  const named = await withTenant(world.database, tenant.scope, (tx) =>
    forgetPersonInSignals(tx, tenant.tenantId, bossId),
  );
  expect(named).toBe(2);
  const said = JSON.stringify(await ask("select reason, evidence from signal"));
  expect(said).not.toContain("张董");
  expect(said).not.toContain(bossId);
});
