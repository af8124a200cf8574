import { beforeEach, expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import { makeMember } from "../platform/test-world/make-chain.ts";
import { makePerson } from "../platform/test-world/make-person.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { forgetPersonInSignals } from "../relationship/forget-person-in-signals.ts";
import { type CycleSignalBench, cycleSignalBench, day, today } from "./cycle-signal-test-bench.ts";

let bench: CycleSignalBench;
beforeEach(async () => {
  bench = await cycleSignalBench();
});
const nobodyKnows =
  /insider|ally|supporter|neutral|sceptic|misinformed|backslider|opponent|influence|stance":/;

test("a missed duty is raised for the manager beyond its grace, grows in place, and clears when a later one is done", async () => {
  await bench.duty({ due_on: day(-3) });
  await bench.round();
  expect(await bench.open()).toEqual([]);
  await bench.round(day(1));
  const [raised] = await bench.open();
  expect(raised).toMatchObject({
    kind: "cadence_missed",
    severity: "watch",
    owner: bench.managerId,
    money: 5_000_000,
    reason: { params: { duties: 1, kind: "visit", dueOn: day(-3), days: 4 } },
    evidence: [{ kind: "obligation", on: day(-3), label: "visit", number: 4 }],
  });
  await bench.duty({ kind: "review", due_on: day(-20), period_from: day(-90) });
  await bench.round(day(2));
  expect(await bench.open()).toMatchObject([
    { severity: "act", first: day(1), reason: { params: { duties: 2, kind: "review", days: 22 } } },
  ]);
  await bench.sql(
    `update obligation set status = 'fulfilled', fulfilled_on = '${day(2)}' where kind = 'review'`,
  );
  await bench.sql(`update obligation set status = 'missed' where kind = 'visit'`);
  await bench.duty({
    period_from: day(-9),
    due_on: day(20),
    period_to: day(20),
    status: "fulfilled",
    fulfilled_on: day(3),
  });
  await bench.round(day(3));
  expect(await bench.signals()).toMatchObject([{ status: "resolved", outcome: "cleared" }]);
});

test("a contract is warned of from half a year on and louder at every border; renewed, it clears", async () => {
  await bench.sql(
    `update account set contract_start_on = '2024-01-01', contract_end_on = '${day(181)}'`,
  );
  await bench.round();
  expect(await bench.open()).toEqual([]);
  const severities: string[] = [];
  for (const left of [180, 90, 60, 30, 0, -30]) {
    await bench.round(day(181 - left));
    severities.push((await bench.open())[0]?.severity ?? "none");
  }
  expect(severities).toEqual(["watch", "act", "act", "critical", "critical", "critical"]);
  expect((await bench.open())[0]?.evidence).toMatchObject([
    { kind: "contract", on: "2024-01-01", to: day(181), number: -30 },
    { kind: "revenue", amountMinor: 80_000_000 },
  ]);
  await bench.sql(`update account set contract_end_on = '2029-01-01'`);
  await bench.round(day(212));
  expect(await bench.open()).toEqual([]);
});

test("what people decided of a contract holds until it crosses the next border", async () => {
  await bench.sql(`update account set contract_end_on = '${day(100)}'`);
  await bench.round();
  await bench.sql(
    `update signal set status = 'resolved', outcome = 'false_alarm', resolved_at = '${today}T10:00:00Z'`,
  );
  await bench.round(day(5));
  expect(await bench.open()).toEqual([]);
  await bench.round(day(11));
  expect(await bench.open()).toMatchObject([{ kind: "contract_ending", first: day(11) }]);
});

test("a key contact who left is warned of until somebody has taken over; whom only a judgement made key has no name", async () => {
  const buyer = await makeMember(bench.world, bench.tenant, bench.accountId, {
    name: "周建国",
    role: "economic_buyer",
    job: { ends_on: day(-5), ended_because: "left_company" },
  });
  await bench.sql(`update buying_role set set_at = '2026-01-01'`);
  await makeMember(bench.world, bench.tenant, bench.accountId, {
    name: "只凭判断",
    influence: 5,
    stance: "opponent",
    job: { ends_on: day(-6) },
  });
  await makePerson(bench.world, bench.tenant, bench.accountId, "无关人员", { ends_on: day(-5) });
  await makeMember(bench.world, bench.tenant, bench.accountId, {
    name: "录错",
    role: "technical",
    job: { ends_on: day(-5), ended_because: "entered_by_mistake" },
  });
  await bench.round();
  const [found] = await bench.open();
  expect(found).toMatchObject({
    kind: "key_contact_left",
    severity: "act",
    reason: { params: { people: 2, person: "周建国", personId: buyer, endedOn: day(-6) } },
    evidence: [{ kind: "departure", label: "周建国", personId: buyer }],
  });
  expect(JSON.stringify(found)).not.toContain("只凭判断");
  expect(JSON.stringify([found?.reason, found?.evidence])).not.toMatch(nobodyKnows);
  for (const { person_id } of (await bench.sql(
    `select person_id from position where ends_on in ('${day(-5)}', '${day(-6)}')`,
  )) as { person_id: string }[])
    await makeRow(bench.world, bench.tenant, "handover", {
      account_id: bench.accountId,
      side: "theirs",
      person_id,
      status: "accepted",
      due_at: `${day(0)}T00:00:00Z`,
      accepted_at: `${day(0)}T00:00:00Z`,
      accepted_by: bench.managerId,
    });
  await bench.round(day(1));
  expect(await bench.open()).toEqual([]);
});

test("many contacts make a contact key; erased from the signal, the sentence stays and the next round clears it", async () => {
  const { personId } = await makePerson(bench.world, bench.tenant, bench.accountId, "常联系", {
    ends_on: day(-2),
  });
  for (let i = 0; i < 6; i++)
    await makeRow(bench.world, bench.tenant, "interaction", {
      account_id: bench.accountId,
      kind: "call",
      summary: "x",
      occurred_on: day(-10 * i - 5),
      person_ids: [personId],
    });
  await bench.round();
  expect(await bench.open()).toMatchObject([
    { reason: { params: { person: "常联系" } }, evidence: [{ number: 6 }] },
  ]);
  await withTenant(bench.world.database, bench.tenant.scope, (tx) =>
    forgetPersonInSignals(tx, bench.tenant.tenantId, personId),
  );
  expect(await bench.open()).toMatchObject([
    { reason: { params: { person: "", personId: "" } }, evidence: [] },
  ]);
  await bench.sql(`delete from position; `);
  await bench.round(day(1));
  expect(await bench.open()).toEqual([]);
});

test("a fallen stance is counted and never told: neither who nor how", async () => {
  const personId = await makeMember(bench.world, bench.tenant, bench.accountId, {
    name: "钱立新",
    stance: "ally",
    assessedOn: day(-60),
  });
  const judge = (stance: string, on: string) =>
    makeRow(bench.world, bench.tenant, "stance_assessment", {
      account_id: bench.accountId,
      person_id: personId,
      stance,
      assessed_on: on,
    });
  await judge("supporter", day(-30));
  await bench.round();
  expect(await bench.open()).toEqual([]);
  await judge("sceptic", day(-1));
  await bench.round();
  const [fallen] = await bench.open();
  expect(fallen).toMatchObject({
    kind: "stance_fell",
    reason: { params: { people: 1, lastOn: day(-1) } },
    evidence: [],
  });
  expect(JSON.stringify([fallen?.reason, fallen?.evidence])).not.toMatch(nobodyKnows);
  expect(JSON.stringify(fallen)).not.toContain(personId);
  await judge("supporter", day(0));
  await bench.round(day(1));
  expect(await bench.open()).toEqual([]);
});

test("whoever objected to profiling, is restricted or has left raises nothing about stances", async () => {
  for (const [person, job] of [
    [{ no_profiling: true }, {}],
    [{ restricted_at: "2026-01-01" }, {}],
    [{}, { ends_on: day(-200) }],
  ] as const) {
    const personId = await makeMember(bench.world, bench.tenant, bench.accountId, {
      name: "某人",
      stance: "ally",
      assessedOn: day(-60),
      person,
      job,
    });
    await makeRow(bench.world, bench.tenant, "stance_assessment", {
      account_id: bench.accountId,
      person_id: personId,
      stance: "opponent",
      assessed_on: day(-1),
    });
  }
  await bench.round();
  expect(await bench.open()).toEqual([]);
});

test("a handover past its hour is raised by the clock, becomes an alarm, and clears when it is accepted", async () => {
  const id = await makeRow(bench.world, bench.tenant, "handover", {
    account_id: bench.accountId,
    side: "ours",
    seat: "manager",
    started_at: `${day(-1)}T02:00:00Z`,
    due_at: `${day(0)}T02:00:00Z`,
  });
  await bench.round(today, [bench.accountId], new Date(`${today}T01:59:00Z`));
  expect(await bench.open()).toEqual([]);
  await bench.round(today, [bench.accountId], new Date(`${today}T02:01:00Z`));
  expect(await bench.open()).toMatchObject([
    { kind: "handover_overdue", severity: "act", reason: { params: { seat: "manager", days: 0 } } },
  ]);
  await bench.round(day(3));
  expect(await bench.open()).toMatchObject([
    { severity: "critical", reason: { params: { days: 3 } } },
  ]);
  await bench.sql(
    `update handover set status = 'accepted', accepted_by = '${bench.managerId}', accepted_at = '${day(3)}T10:00:00Z' where id = '${id}'`,
  );
  await bench.round(day(4));
  expect(await bench.open()).toEqual([]);
});

test("empty seats that the service policy demands are one signal; filled, it clears", async () => {
  bench.accountId = await bench.account(
    { backup_user_id: null },
    { segment: "core", grade: "key" },
  );
  await bench.round();
  expect(await bench.open()).toMatchObject([
    {
      kind: "team_incomplete",
      severity: "watch",
      reason: { params: { seats: ["backup"] } },
      evidence: [{ kind: "seat", label: "backup" }],
    },
  ]);
  await bench.sql(`update app_user set is_active = false where id = '${bench.managerId}'`);
  await bench.round(day(1));
  expect(await bench.open()).toMatchObject([
    { severity: "act", reason: { params: { seats: ["manager", "backup"] } } },
  ]);
  await bench.sql(
    `update account set manager_user_id = '${bench.tenant.adminUserId}', backup_user_id = '${bench.tenant.adminUserId}'`,
  );
  await bench.round(day(2));
  expect(await bench.open()).toEqual([]);
});

test("a change of requirements waits for its days; worked on unconfirmed it is worse; confirmed it clears", async () => {
  const id = await makeRow(bench.world, bench.tenant, "requirement_change", {
    account_id: bench.accountId,
    title: "增加备件",
    status: "sent",
    sent_at: `${day(-5)}T02:00:00Z`,
    created_by: bench.managerId,
  });
  await bench.round();
  expect(await bench.open()).toEqual([]);
  await bench.round(day(1));
  expect(await bench.open()).toMatchObject([
    {
      kind: "requirement_change_unconfirmed",
      severity: "watch",
      reason: { params: { changes: 1, started: 0, days: 6 } },
    },
  ]);
  await bench.sql(`update requirement_change set work_started_on = '${day(0)}' where id = '${id}'`);
  await bench.round(day(2));
  expect(await bench.open()).toMatchObject([
    { severity: "act", reason: { params: { started: 1 } } },
  ]);
  await bench.sql(
    `update requirement_change set status = 'confirmed', confirmed_at = '${day(2)}T10:00:00Z' where id = '${id}'`,
  );
  await bench.round(day(3));
  expect(await bench.open()).toEqual([]);
});
