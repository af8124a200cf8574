import { isoFromDayNumber, dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { defaultSignalRules, type SignalRules } from "@mainstay/domain/signal-rule/signal-rules";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeMember } from "../platform/test-world/make-chain.ts";
import { makePerson } from "../platform/test-world/make-person.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { forgetPersonInSignals } from "../relationship/forget-person-in-signals.ts";
import { replayRules } from "../signal-rule/replay-rules.ts";
import { saveCycleSignals } from "./save-cycle-signals.ts";

let world: TestWorld;
let tenant: TestTenant;
let managerId: string;
let accountId: string;
const today = "2026-11-20";
const day = (offset: number, from = today) =>
  isoFromDayNumber((dayNumberFromIso(from) ?? 0) + offset);

beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  tenant = await makeTenant(world);
  managerId = await makeUser(world, tenant, "manager");
  accountId = await account({});
});

const account = (columns: object, standing: object = {}) =>
  makeAccount(
    world,
    tenant,
    {
      name: "北辰电气",
      manager_user_id: managerId,
      backup_user_id: tenant.adminUserId,
      ...columns,
    },
    { revenue_12m_minor: 80_000_000, value_at_risk_minor: 5_000_000, p_lost: 0.2, ...standing },
  );
const round = (on = today, accountIds = [accountId], now?: Date) =>
  withTenant(world.database, tenant.scope, (tx) =>
    saveCycleSignals(tx, {
      tenantId: tenant.tenantId,
      today: on,
      accountIds,
      ...(now ? { now } : {}),
    }),
  );
interface Row {
  kind: string;
  severity: string;
  status: string;
  outcome: string | null;
  money: number;
  owner: string | null;
  reason: { code: string; params: Record<string, unknown> };
  evidence: Record<string, unknown>[];
  first: string;
}
const signals = () =>
  askTenant<Row>(
    world,
    tenant,
    `select kind, severity, status, outcome, money_at_stake_minor as money, owner_user_id as owner, reason, evidence,
       first_seen_on as first from signal order by first_seen_on, kind, id`,
  );
const open = async () => (await signals()).filter(({ status }) => status !== "resolved");
const sql = (text: string) => askTenant(world, tenant, text);
const publish = (rules: Partial<SignalRules>) =>
  withTenant(world.database, tenant.scope, (tx) =>
    tx
      .insertInto("signal_rule")
      .values({
        tenant_id: tenant.tenantId,
        version: 1,
        rules: JSON.stringify({ ...defaultSignalRules, ...rules }),
      })
      .execute(),
  );
const duty = (columns: object = {}, of = accountId) =>
  makeRow(world, tenant, "obligation", {
    account_id: of,
    kind: "visit",
    policy_version: 0,
    policy_line: "default",
    period_from: day(-50),
    period_to: day(-10),
    due_on: day(-10),
    ...columns,
  });
const nobodyKnows =
  /insider|ally|supporter|neutral|sceptic|misinformed|backslider|opponent|influence|stance":/;

test("a missed duty is raised for the manager beyond its grace, grows in place, and clears when a later one is done", async () => {
  await duty({ due_on: day(-3) });
  await round();
  expect(await open()).toEqual([]);
  await round(day(1));
  const [raised] = await open();
  expect(raised).toMatchObject({
    kind: "cadence_missed",
    severity: "watch",
    owner: managerId,
    money: 5_000_000,
    reason: { params: { duties: 1, kind: "visit", dueOn: day(-3), days: 4 } },
    evidence: [{ kind: "obligation", on: day(-3), label: "visit", number: 4 }],
  });
  await duty({ kind: "review", due_on: day(-20), period_from: day(-90) });
  await round(day(2));
  expect(await open()).toMatchObject([
    { severity: "act", first: day(1), reason: { params: { duties: 2, kind: "review", days: 22 } } },
  ]);
  await sql(
    `update obligation set status = 'fulfilled', fulfilled_on = '${day(2)}' where kind = 'review'`,
  );
  await sql(`update obligation set status = 'missed' where kind = 'visit'`);
  await duty({
    period_from: day(-9),
    due_on: day(20),
    period_to: day(20),
    status: "fulfilled",
    fulfilled_on: day(3),
  });
  await round(day(3));
  expect(await signals()).toMatchObject([{ status: "resolved", outcome: "cleared" }]);
});

test("a contract is warned of from half a year on and louder at every border; renewed, it clears", async () => {
  await sql(`update account set contract_start_on = '2024-01-01', contract_end_on = '${day(181)}'`);
  await round();
  expect(await open()).toEqual([]);
  const severities: string[] = [];
  for (const left of [180, 90, 60, 30, 0, -30]) {
    await round(day(181 - left));
    severities.push((await open())[0]?.severity ?? "none");
  }
  expect(severities).toEqual(["watch", "act", "act", "critical", "critical", "critical"]);
  expect((await open())[0]?.evidence).toMatchObject([
    { kind: "contract", on: "2024-01-01", to: day(181), number: -30 },
    { kind: "revenue", amountMinor: 80_000_000 },
  ]);
  await sql(`update account set contract_end_on = '2029-01-01'`);
  await round(day(212));
  expect(await open()).toEqual([]);
});

test("what people decided of a contract holds until it crosses the next border", async () => {
  await sql(`update account set contract_end_on = '${day(100)}'`);
  await round();
  await sql(
    `update signal set status = 'resolved', outcome = 'false_alarm', resolved_at = '${today}T10:00:00Z'`,
  );
  await round(day(5));
  expect(await open()).toEqual([]);
  await round(day(11));
  expect(await open()).toMatchObject([{ kind: "contract_ending", first: day(11) }]);
});

test("a key contact who left is warned of until somebody has taken over; whom only a judgement made key has no name", async () => {
  const buyer = await makeMember(world, tenant, accountId, {
    name: "周建国",
    role: "economic_buyer",
    job: { ends_on: day(-5), ended_because: "left_company" },
  });
  await sql(`update buying_role set set_at = '2026-01-01'`);
  await makeMember(world, tenant, accountId, {
    name: "只凭判断",
    influence: 5,
    stance: "opponent",
    job: { ends_on: day(-6) },
  });
  await makePerson(world, tenant, accountId, { name: "无关人员" }, { ends_on: day(-5) });
  await makeMember(world, tenant, accountId, {
    name: "录错",
    role: "technical",
    job: { ends_on: day(-5), ended_because: "entered_by_mistake" },
  });
  await round();
  const [found] = await open();
  expect(found).toMatchObject({
    kind: "key_contact_left",
    severity: "act",
    reason: { params: { people: 2, person: "周建国", personId: buyer, endedOn: day(-6) } },
    evidence: [{ kind: "departure", label: "周建国", personId: buyer }],
  });
  expect(JSON.stringify(found)).not.toContain("只凭判断");
  expect(JSON.stringify([found?.reason, found?.evidence])).not.toMatch(nobodyKnows);
  for (const { person_id } of (await sql(
    `select person_id from position where ends_on in ('${day(-5)}', '${day(-6)}')`,
  )) as { person_id: string }[])
    await makeRow(world, tenant, "handover", {
      account_id: accountId,
      side: "theirs",
      person_id,
      status: "accepted",
      due_at: `${day(0)}T00:00:00Z`,
      accepted_at: `${day(0)}T00:00:00Z`,
      accepted_by: managerId,
    });
  await round(day(1));
  expect(await open()).toEqual([]);
});

test("many contacts make a contact key; erased from the signal, the sentence stays and the next round clears it", async () => {
  const { personId } = await makePerson(
    world,
    tenant,
    accountId,
    { name: "常联系" },
    { ends_on: day(-2) },
  );
  for (let i = 0; i < 6; i++)
    await makeRow(world, tenant, "interaction", {
      account_id: accountId,
      kind: "call",
      summary: "x",
      occurred_on: day(-10 * i - 5),
      person_ids: [personId],
    });
  await round();
  expect(await open()).toMatchObject([
    { reason: { params: { person: "常联系" } }, evidence: [{ number: 6 }] },
  ]);
  await withTenant(world.database, tenant.scope, (tx) =>
    forgetPersonInSignals(tx, tenant.tenantId, personId),
  );
  expect(await open()).toMatchObject([
    { reason: { params: { person: "", personId: "" } }, evidence: [] },
  ]);
  await sql(`delete from position; `);
  await round(day(1));
  expect(await open()).toEqual([]);
});

test("a fallen stance is counted and never told: neither who nor how", async () => {
  const personId = await makeMember(world, tenant, accountId, {
    name: "钱立新",
    stance: "ally",
    assessedOn: day(-60),
  });
  const judge = (stance: string, on: string) =>
    makeRow(world, tenant, "stance_assessment", {
      account_id: accountId,
      person_id: personId,
      stance,
      assessed_on: on,
    });
  await judge("supporter", day(-30));
  await round();
  expect(await open()).toEqual([]);
  await judge("sceptic", day(-1));
  await round();
  const [fallen] = await open();
  expect(fallen).toMatchObject({
    kind: "stance_fell",
    reason: { params: { people: 1, lastOn: day(-1) } },
    evidence: [],
  });
  expect(JSON.stringify([fallen?.reason, fallen?.evidence])).not.toMatch(nobodyKnows);
  expect(JSON.stringify(fallen)).not.toContain(personId);
  await judge("supporter", day(0));
  await round(day(1));
  expect(await open()).toEqual([]);
});

test("whoever objected to profiling, is restricted or has left raises nothing about stances", async () => {
  for (const [person, job] of [
    [{ no_profiling: true }, {}],
    [{ restricted_at: "2026-01-01" }, {}],
    [{}, { ends_on: day(-200) }],
  ] as const) {
    const personId = await makeMember(world, tenant, accountId, {
      name: "某人",
      stance: "ally",
      assessedOn: day(-60),
      person,
      job,
    });
    await makeRow(world, tenant, "stance_assessment", {
      account_id: accountId,
      person_id: personId,
      stance: "opponent",
      assessed_on: day(-1),
    });
  }
  await round();
  expect(await open()).toEqual([]);
});

test("a handover past its hour is raised by the clock, becomes an alarm, and clears when it is accepted", async () => {
  const id = await makeRow(world, tenant, "handover", {
    account_id: accountId,
    side: "ours",
    seat: "manager",
    started_at: `${day(-1)}T02:00:00Z`,
    due_at: `${day(0)}T02:00:00Z`,
  });
  await round(today, [accountId], new Date(`${today}T01:59:00Z`));
  expect(await open()).toEqual([]);
  await round(today, [accountId], new Date(`${today}T02:01:00Z`));
  expect(await open()).toMatchObject([
    { kind: "handover_overdue", severity: "act", reason: { params: { seat: "manager", days: 0 } } },
  ]);
  await round(day(3));
  expect(await open()).toMatchObject([{ severity: "critical", reason: { params: { days: 3 } } }]);
  await sql(
    `update handover set status = 'accepted', accepted_by = '${managerId}', accepted_at = '${day(3)}T10:00:00Z' where id = '${id}'`,
  );
  await round(day(4));
  expect(await open()).toEqual([]);
});

test("empty seats that the service policy demands are one signal; filled, it clears", async () => {
  accountId = await account({ backup_user_id: null }, { segment: "core", grade: "key" });
  await round();
  expect(await open()).toMatchObject([
    {
      kind: "team_incomplete",
      severity: "watch",
      reason: { params: { seats: ["backup"] } },
      evidence: [{ kind: "seat", label: "backup" }],
    },
  ]);
  await sql(`update app_user set is_active = false where id = '${managerId}'`);
  await round(day(1));
  expect(await open()).toMatchObject([
    { severity: "act", reason: { params: { seats: ["manager", "backup"] } } },
  ]);
  await sql(
    `update account set manager_user_id = '${tenant.adminUserId}', backup_user_id = '${tenant.adminUserId}'`,
  );
  await round(day(2));
  expect(await open()).toEqual([]);
});

test("a change of requirements waits for its days; worked on unconfirmed it is worse; confirmed it clears", async () => {
  const id = await makeRow(world, tenant, "requirement_change", {
    account_id: accountId,
    title: "增加备件",
    status: "sent",
    sent_at: `${day(-5)}T02:00:00Z`,
    created_by: managerId,
  });
  await round();
  expect(await open()).toEqual([]);
  await round(day(1));
  expect(await open()).toMatchObject([
    {
      kind: "requirement_change_unconfirmed",
      severity: "watch",
      reason: { params: { changes: 1, started: 0, days: 6 } },
    },
  ]);
  await sql(`update requirement_change set work_started_on = '${day(0)}' where id = '${id}'`);
  await round(day(2));
  expect(await open()).toMatchObject([{ severity: "act", reason: { params: { started: 1 } } }]);
  await sql(
    `update requirement_change set status = 'confirmed', confirmed_at = '${day(2)}T10:00:00Z' where id = '${id}'`,
  );
  await round(day(3));
  expect(await open()).toEqual([]);
});

test("rules decide: a kind switched off is cleared, thresholds move when and how loudly", async () => {
  await sql(`update account set contract_end_on = '${day(100)}'`);
  await duty({ due_on: day(-10) });
  await round();
  expect(await open()).toMatchObject([
    { kind: "cadence_missed" },
    { kind: "contract_ending", severity: "watch" },
  ]);
  await publish({
    off: ["cadence_missed"],
    contract: { watchDays: 180, actDays: 120, urgentDays: 60, criticalDays: 30 },
    severity: { upFromAtRiskMinor: 5_000_000, downBelowRevenueMinor: 0 },
  });
  await round();
  expect(await open()).toMatchObject([{ kind: "contract_ending", severity: "critical" }]);
});

test("several kinds stand at once and only the gravest carries the money; twice on a day changes nothing", async () => {
  await sql(`update account set contract_end_on = '${day(20)}'`);
  await duty({ due_on: day(-10) });
  await round();
  const first = await signals();
  expect(first.map(({ kind, money }) => [kind, money])).toEqual([
    ["cadence_missed", 0],
    ["contract_ending", 5_000_000],
  ]);
  const everything = () => sql("select * from signal order by id");
  const before = await everything();
  await round();
  expect(await everything()).toEqual(before);
  const nobody = { ...tenant, scope: systemScope(tenant.tenantId) };
  expect(await askTenant(world, nobody, "select user_id, kind from notification")).toEqual([
    { user_id: managerId, kind: "signal_raised" },
  ]);
});

test("a snoozed signal comes back on its day; the backup owns what has no manager; who left owns nothing", async () => {
  accountId = await account({ manager_user_id: null, contract_end_on: day(20) });
  await round();
  expect(await open()).toMatchObject([{ owner: tenant.adminUserId }]);
  await sql(`update signal set status = 'snoozed', snoozed_until = '${day(2)}'`);
  await round(day(1));
  expect(await open()).toMatchObject([{ status: "snoozed" }]);
  await round(day(2));
  expect(await open()).toMatchObject([{ status: "open" }]);
});

test("the preview of the past year counts what the rounds of that year would have raised", async () => {
  const other = await account({ name: "第二家", contract_end_on: day(-40) });
  await sql(`update account set contract_end_on = '${day(60)}' where id = '${accountId}'`);
  for (const [from, due, done] of [
    [-110, -60, -40],
    [-59, -35, -36],
    [-34, -15, null],
  ] as const)
    await duty({
      period_from: day(from),
      period_to: day(due),
      due_on: day(due),
      ...(done === null ? { status: "missed" } : { status: "fulfilled", fulfilled_on: day(done) }),
    });
  await makeMember(world, tenant, other, { name: "郑", stance: "ally", assessedOn: day(-300) });
  const [{ person_id }] = (await sql("select person_id from stance_assessment")) as [
    { person_id: string },
  ];
  for (const [stance, on] of [
    ["opponent", -50],
    ["ally", -40],
    ["neutral", -20],
  ] as const)
    await makeRow(world, tenant, "stance_assessment", {
      account_id: other,
      person_id,
      stance,
      assessed_on: day(on),
    });
  const preview = await withTenant(world.database, tenant.scope, (tx) =>
    replayRules(tx, { tenantId: tenant.tenantId, today, rules: defaultSignalRules, stepDays: 1 }),
  );
  // Every stretch and every pause of this past lasts longer than the days between two of these rounds.
  for (let offset = -230; offset <= 0; offset += offset < -70 ? 10 : 5)
    await round(day(offset), [accountId, other]);
  const raised = await signals();
  for (const kind of ["cadence_missed", "contract_ending", "stance_fell", "handover_overdue"]) {
    const really = raised.filter((one) => one.kind === kind);
    expect([kind, preview.find((one) => one.kind === kind)]).toMatchObject([
      kind,
      {
        raised: really.filter(({ first }) => first > day(-364)).length,
        standingToday: really.filter(({ status }) => status !== "resolved").length,
      },
    ]);
  }
  expect(preview.find(({ kind }) => kind === "cadence_missed")?.raised).toBe(2);
  expect(preview.find(({ kind }) => kind === "stance_fell")?.raised).toBe(2);
});
