import { cases } from "@mainstay/contract/case";
import { beforeEach, expect, test } from "vitest";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { caseBench, type CaseBench } from "./case-test-bench.ts";

let bench: CaseBench;
beforeEach(async () => {
  bench = await caseBench();
});

const any = { "if-match": "*" };
const kindsOf = async (caseId: string) =>
  (await bench.get(caseId)).timeline.items.map(({ kind }) => kind).toReversed();
const look = async (hours: number, caseId: string) => {
  bench.moveClock(hours);
  await bench.watch(caseId);
};

test("a general case climbs from the manager to the director and the sponsor, each step once, with opening hours between", async () => {
  const { id } = await bench.open();
  await look(23, id);
  expect(await kindsOf(id)).toEqual(["opened"]);
  await look(1, id);
  expect(await kindsOf(id)).toEqual(["opened", "overran", "escalated"]);
  expect(await bench.toldOf("case_overdue")).toEqual([bench.serviceId]);
  expect(await bench.toldOf("case_escalated")).toEqual([bench.managerId]);
  expect(await bench.get(id)).toMatchObject({ isOverdue: true, escalationLevel: 1 });
  // Tuesday 10:00; eight opening hours later it is 18:00.
  await look(7.9, id);
  expect((await bench.get(id)).escalationLevel).toBe(1);
  await look(0.1, id);
  expect(await bench.toldOf("case_escalated")).toEqual([bench.managerId, bench.directorId]);
  await look(24, id);
  expect(await bench.toldOf("case_escalated")).toEqual([
    bench.managerId,
    bench.directorId,
    bench.sponsorId,
  ]);
  await look(48, id);
  await look(48, id);
  expect((await kindsOf(id)).filter((kind) => kind === "escalated")).toHaveLength(3);
  expect((await kindsOf(id)).filter((kind) => kind === "overran")).toHaveLength(2);
  expect(await auditOf(bench.world, bench.tenant, "case.escalated", id)).toHaveLength(3);
});

test("an urgent case tells the manager at half of its time", async () => {
  const { id } = await bench.open({ level: "urgent" });
  await look(0.9, id);
  expect(await kindsOf(id)).toEqual(["opened"]);
  await look(0.1, id);
  expect(await kindsOf(id)).toEqual(["opened", "escalated"]);
  await look(1, id);
  expect(await kindsOf(id)).toEqual(["opened", "escalated", "overran"]);
  // Four hours after the reply was due.
  await look(4, id);
  expect(await bench.toldOf("case_escalated")).toEqual([bench.managerId, bench.directorId]);
});

test("a rung whose people are complained about or gone is skipped; when nobody is left the ladder ends without a loop", async () => {
  const { id } = await bench.open({ complainedUserIds: [bench.managerId, bench.directorId] });
  await look(24, id);
  expect(await bench.toldOf("case_escalated")).toEqual([bench.sponsorId]);
  expect((await bench.get(id)).escalationLevel).toBe(3);
  const alone = await bench.open({
    complainedUserIds: [bench.managerId, bench.directorId, bench.sponsorId],
  });
  await look(48, alone.id);
  await bench.watch(alone.id);
  const kinds = await kindsOf(alone.id);
  expect(kinds.filter((kind) => kind === "escalated")).toHaveLength(1);
  expect(await bench.toldOf("case_escalated")).toHaveLength(1);
});

test("an answer in time leaves the clockwork nothing to tell until the solution is due", async () => {
  const { id } = await bench.open();
  bench.moveClock(1);
  await bench.service(cases.reply, {
    params: { caseId: id },
    headers: any,
    body: { words: "已安排" },
  });
  await look(23, id);
  expect(await kindsOf(id)).toEqual(["opened", "replied"]);
  await look(24, id);
  expect((await kindsOf(id)).slice(2)).toEqual(["overran", "escalated"]);
});

test("a pause ends by itself at the agreed instant, however late the clockwork comes, and the clocks go on from there", async () => {
  const { id } = await bench.open();
  await bench.service(cases.reply, { params: { caseId: id }, headers: any, body: { words: "x" } });
  await bench.service(cases.pause, {
    params: { caseId: id },
    headers: any,
    body: {
      until: "2026-11-24T02:00:00Z",
      reason: "客户停机检修",
      agreedByName: "李厂长",
      agreedVia: "phone",
      agreedAt: "2026-11-23T02:00:00Z",
    },
  });
  await look(30, id);
  const resumed = await bench.get(id);
  expect(resumed).toMatchObject({
    status: "open",
    pauses: [{ endedAt: "2026-11-24T02:00:00.000Z", agreedByName: "李厂长" }],
    nextDue: { clock: "solve", dueAt: "2026-11-26T02:00:00.000Z" },
  });
  expect(await kindsOf(id)).toEqual(["opened", "replied", "paused", "resumed"]);
});

test("two workers at once and a round that comes again tell each thing once", async () => {
  const opened = await Promise.all([1, 2, 3].map(() => bench.open()));
  bench.moveClock(25);
  await Promise.all([bench.sweep(), bench.sweep(), ...opened.map(({ id }) => bench.watch(id))]);
  await bench.sweep();
  for (const { id } of opened)
    expect(await kindsOf(id)).toEqual(["opened", "overran", "escalated"]);
  expect(await bench.toldOf("case_escalated")).toHaveLength(3);
});

test("a round that was killed between two cases goes on with the others", async () => {
  const [first, second] = [await bench.open(), await bench.open()];
  bench.moveClock(25);
  await bench.watch(first.id);
  await bench.sweep();
  expect(await kindsOf(first.id)).toEqual(["opened", "overran", "escalated"]);
  expect(await kindsOf(second.id)).toEqual(["opened", "overran", "escalated"]);
});

test("a case that cannot be looked at keeps none of the others waiting, and the round says so", async () => {
  const [broken, sound] = [await bench.open(), await bench.open()];
  // A setting nobody can read.
  const { tenantId } = bench.tenant;
  await askTenant(
    bench.world,
    bench.tenant,
    `with unreadable as (insert into case_clock_setting (tenant_id, version, setting, changed_at)
      values ('${tenantId}', 9, '{}', now()))
    update service_case set clock_setting_version = 9 where id = '${broken.id}'`,
  );
  bench.moveClock(25);
  await expect(bench.sweep()).rejects.toThrow("1 cases could not be looked at");
  expect(await kindsOf(sound.id)).toEqual(["opened", "overran", "escalated"]);
});

test("somebody who works on a case may have it escalated for a reason, past themselves, until nobody is above", async () => {
  const { id } = await bench.open({}, bench.manager);
  const ask = (who = bench.manager) =>
    who(cases.escalate, { params: { caseId: id }, headers: any, body: { reason: "需要备件审批" } });
  const raised = (await ask()).body;
  expect(raised).toMatchObject({ escalationLevel: 2 });
  expect(raised.timeline.items[0]).toMatchObject({
    kind: "escalated",
    words: "需要备件审批",
    detail: { because: "by_hand", step: "director" },
  });
  expect((await ask()).body.escalationLevel).toBe(3);
  expect((await ask()).body.code).toBe("case.not_allowed_now");
});
