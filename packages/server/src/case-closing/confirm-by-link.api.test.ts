import { cases } from "@mainstay/contract/case";
import { publicLinks } from "@mainstay/contract/case-closing";
import { beforeAll, expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { nobody } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import {
  type ClosingBench,
  closingBench,
  type ClosingUser,
  dayLong,
  hour,
} from "./closing-test-bench.ts";

let bench: ClosingBench;
beforeAll(async () => {
  bench = await closingBench();
});

const look = (token: string) => nobody(bench.app)(publicLinks.confirmLook, { body: { token } });
const confirm = (token: string, isResolved: boolean, score: number | null = null, words = "") =>
  nobody(bench.app)(publicLinks.confirm, { body: { token, isResolved, score, words } });
const caseOf = async (caseId: string) =>
  (
    await askTenant<Record<string, unknown>>(
      bench.world,
      bench.tenant,
      `select status, closed_by, score, first_score, reopened, escalation_level, solved_at, clock_from_at, solve_due_at
       from service_case where id = '${caseId}'`,
    )
  )[0];
const newsOf = async (who: ClosingUser, kind: string, caseId: string) =>
  withTenant(bench.world.database, systemScope(bench.tenant.tenantId, bench.users[who]), (tx) =>
    tx
      .selectFrom("notification")
      .select("reason")
      .where("kind", "=", kind)
      .where("subject_id", "=", caseId)
      .execute(),
  );
const eventsOf = async (caseId: string) =>
  (
    await askTenant<{ kind: string }>(
      bench.world,
      bench.tenant,
      `select kind from case_event where case_id = '${caseId}' order by id`,
    )
  ).map(({ kind }) => kind);

test("the customer sees the solution without signing in, confirms with a score, and the case is closed by them", async () => {
  const caseId = await bench.open();
  const token = await bench.solve(caseId);
  const purpose = await nobody(bench.app)(publicLinks.look, { body: { token } });
  expect(purpose.body).toEqual({ purpose: "case_confirmation", locale: "zh-CN" });
  const seen = await look(token);
  expect(seen.body).toMatchObject({
    handlerName: "测试公司",
    title: "设备停机",
    solution: "更换了主板",
    state: "open",
    answered: null,
  });
  expect(JSON.stringify(seen.body)).not.toContain("周总");
  expect((await confirm(token, true)).status).toBe(400);
  const done = await confirm(token, true, 5, "<b>很好</b>");
  expect(done.body).toMatchObject({
    state: "answered",
    answered: { isResolved: true, score: 5, words: "<b>很好</b>" },
  });
  expect(await caseOf(caseId)).toMatchObject({
    status: "closed",
    closed_by: "customer",
    score: 5,
    first_score: 5,
  });
  const [closed] = await auditOf(bench.world, bench.tenant, "case.closed", caseId);
  expect(closed).toMatchObject({ actor_user_id: null, detail: { via: "customer", score: 5 } });
  expect(JSON.stringify(closed?.detail)).not.toContain("很好");
});

test("a link works once: the same answer again changes nothing, another is refused and says what was answered", async () => {
  const caseId = await bench.open();
  const token = await bench.solve(caseId);
  await confirm(token, true, 4, "谢谢");
  expect((await confirm(token, true, 4, "谢谢")).status).toBe(200);
  expect(await confirm(token, true, 1)).toMatchObject({
    status: 410,
    body: { code: "public_link.used" },
  });
  expect((await look(token)).body).toMatchObject({ state: "answered", answered: { score: 4 } });
  expect((await eventsOf(caseId)).filter((kind) => kind === "closed")).toHaveLength(1);
});

test("a score of 1 or 2 reopens with clocks from now and keeps the first score; the next 5 closes", async () => {
  const caseId = await bench.open();
  const first = await bench.solve(caseId);
  bench.clock.go(dayLong);
  const refused = await confirm(first, true, 2, "又停了");
  expect(refused.body).toMatchObject({ state: "answered", answered: { score: 2 } });
  const again = await caseOf(caseId);
  expect(again).toMatchObject({
    status: "open",
    reopened: 1,
    score: 2,
    first_score: 2,
    solved_at: null,
  });
  expect(again?.["clock_from_at"]).toEqual(bench.clock.now());
  expect(new Date(String(again?.["solve_due_at"])) > bench.clock.now()).toBe(true);
  expect(await eventsOf(caseId)).toEqual(expect.arrayContaining(["dissatisfied", "reopened"]));
  const told = await newsOf("manager", "case_reopened", caseId);
  expect(told).toHaveLength(1);
  const second = await bench.solve(caseId);
  await confirm(second, true, 5);
  expect(await caseOf(caseId)).toMatchObject({ status: "closed", score: 5, first_score: 2 });
});

test("an answer that came late stays late when the case is reopened; only the solution is due anew", async () => {
  const caseId = await bench.open({ level: "urgent" });
  const replyClock = async () =>
    (await bench.as.director(cases.get, { params: { caseId } })).body.clocks[0];
  const { dueAt } = await replyClock();
  bench.clock.go(5 * hour);
  const token = await bench.solve(caseId);
  bench.clock.go(hour);
  expect((await confirm(token, false)).status).toBe(200);
  expect(await replyClock()).toMatchObject({ clock: "reply", dueAt, state: "late" });
  expect((await caseOf(caseId))?.["solve_due_at"]).toEqual(
    new Date(bench.clock.now().getTime() + 24 * hour),
  );
});

test("'not solved' reopens without a score, whatever the score; a 3 closes lukewarm", async () => {
  const caseId = await bench.open();
  await confirm(await bench.solve(caseId), false, null, "还是不行");
  expect(await caseOf(caseId)).toMatchObject({ status: "open", score: null });
  await confirm(await bench.solve(caseId), false, 5);
  expect(await caseOf(caseId)).toMatchObject({ status: "open", reopened: 2, score: 5 });
  await confirm(await bench.solve(caseId), true, 3);
  expect(await caseOf(caseId)).toMatchObject({ status: "closed", score: 3 });
  const [closed] = await auditOf(bench.world, bench.tenant, "case.closed", caseId);
  expect(closed?.detail).toMatchObject({ verdict: "lukewarm" });
});

test("reopening voids the links that were not used; from the second time on the ladder is climbed", async () => {
  const caseId = await bench.open();
  const paper = await bench.solve(caseId);
  const phone = await bench.solve(caseId);
  await confirm(phone, false);
  expect((await look(paper)).body.code).toBe("public_link.invalid");
  expect(await caseOf(caseId)).toMatchObject({ escalation_level: 0 });
  await confirm(await bench.solve(caseId), false);
  expect(await caseOf(caseId)).toMatchObject({ reopened: 2, escalation_level: 1 });
  await confirm(await bench.solve(caseId), false);
  expect(await caseOf(caseId)).toMatchObject({ reopened: 3, escalation_level: 2 });
  const [told] = await newsOf("director", "case_escalated", caseId);
  expect(told?.reason).toMatchObject({ params: { because: "reopened", step: "director" } });
});

test("of two who answer at once one wins; the case is closed or reopened once", async () => {
  const caseId = await bench.open();
  const token = await bench.solve(caseId);
  const both = await Promise.all([confirm(token, true, 5), confirm(token, false, null, "没有")]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
  const events = await eventsOf(caseId);
  expect(events.filter((kind) => kind === "confirmed" || kind === "dissatisfied")).toHaveLength(1);
});

test("a link too old says so; a guessed, damaged, foreign or otherwise meant one opens nothing", async () => {
  const caseId = await bench.open();
  const token = await bench.solve(caseId);
  const [tenantId, secret] = token.split(".");
  const foreign = await closingBench();
  for (const wrong of [
    "",
    "x".repeat(200),
    `${tenantId}.${"A".repeat(43)}`,
    `${foreign.tenant.tenantId}.${secret}`,
  ])
    for (const answer of [await look(wrong), await confirm(wrong, true, 5)])
      expect(answer).toMatchObject({ status: 410, body: { code: "public_link.invalid" } });
  bench.clock.go(15 * dayLong);
  expect((await look(token)).body.code).toBe("public_link.expired");
  expect((await confirm(token, true, 5)).body.code).toBe("public_link.expired");
  expect((await confirm(token, true, 6)).status).toBe(400);
  expect((await confirm(token, true, 5, "x".repeat(2_001))).status).toBe(400);
  expect(await caseOf(caseId)).toMatchObject({ status: "solved" });
});
