import { accounts } from "@mainstay/contract/account";
import { handovers } from "@mainstay/contract/handover";
import { interactions } from "@mainstay/contract/interaction";
import { tasks } from "@mainstay/contract/task";
import { users } from "@mainstay/contract/user";
import { beforeEach, expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import type { TestCaller } from "../platform/http/test-app.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeUser } from "../platform/test-world/make-tenant.ts";
import { handoverBench, type HandoverBench } from "./handover-test-bench.ts";

let bench: HandoverBench;
beforeEach(async () => {
  bench = await handoverBench();
});

const any = { "if-match": "*" };
const listed = async (who: TestCaller, query = {}) =>
  (await who(handovers.list, { query: query as never })).body;
const editAccount = (body: object, who = bench.director) =>
  who(accounts.edit, { params: { accountId: bench.accountId }, headers: any, body });
const get = async (handoverId: string, who = bench.director) =>
  (await who(handovers.get, { params: { handoverId } })).body;
const packOf = async (handoverId: string, who: TestCaller) =>
  (await who(handovers.pack, { params: { handoverId } })).body;
const tick = (handoverId: string, itemKey: string, who: TestCaller, headers = any) =>
  who(handovers.tick, {
    params: { handoverId, itemKey: itemKey as "say_thanks" },
    headers,
    body: { isDone: true },
  });
const log = (who: TestCaller, personIds: string[], more = {}) =>
  who(interactions.log, {
    params: { accountId: bench.accountId },
    body: {
      kind: "visit",
      occurredOn: "2026-11-23",
      isTwoWay: true,
      summary: "拜访",
      personIds,
      ...more,
    },
  });
/** Whom the product told; nobody reads another's news, so it is asked as the product itself. */
const newsOf = (kind: string) =>
  withTenant(bench.world.database, systemScope(bench.tenant.tenantId), (tx) =>
    tx
      .selectFrom("notification")
      .select("user_id")
      .where("tenant_id", "=", bench.tenant.tenantId)
      .where("kind", "=", kind)
      .execute(),
  );

test("a seat that changes hands is handed over: open items move with one act, the successor accepts", async () => {
  await bench.manager(tasks.add, { body: { title: "旧经理的任务", accountId: bench.accountId } });
  await bench.director(tasks.add, { body: { title: "主管的任务", accountId: bench.accountId } });
  await editAccount({ managerUserId: bench.colleagueId });
  const [handover] = (await listed(bench.colleague)).items;
  expect(handover).toMatchObject({
    side: "ours",
    seat: "manager",
    from: { id: bench.managerId },
    to: { id: bench.colleagueId },
    because: "seat_changed",
  });
  const params = { handoverId: handover.id };
  const { body } = await bench.colleague(handovers.transfer, { params, headers: any });
  expect(body.moved).toEqual([{ what: "tasks", count: 1 }]);
  const owners = await bench.ask<{ title: string; owner_user_id: string }>(
    `select title, owner_user_id from task where account_id = '${bench.accountId}' order by title`,
  );
  expect(owners.map(({ owner_user_id }) => owner_user_id).sort()).toEqual(
    [bench.colleagueId, bench.directorId].sort(),
  );
  await tick(handover.id, "walk_through_pack", bench.colleague);
  const { sha256: packSha256 } = await packOf(handover.id, bench.colleague);
  const accepted = await bench.colleague(handovers.accept, {
    params,
    headers: any,
    body: { packSha256 },
  });
  expect(accepted.body.status).toBe("accepted");
  await log(bench.colleague, [bench.buyer.personId]);
  expect((await get(handover.id)).status).toBe("done");
});

test("what service left open passes on too, but no case or loop to whom it complains about; the first responder stays", async () => {
  const { accountId: account_id, managerId, colleagueId } = bench;
  const row = (table: "service_case" | "promise" | "need" | "feedback_loop", values: object) =>
    makeRow(bench.world, bench.tenant, table, { account_id, ...values });
  const at = "2026-11-01T00:00:00Z";
  const dues = { reply_due_at: at, solve_due_at: at, first_responder_id: managerId };
  const held = { ...dues, kind: "fault", level: "general", title: "x", channel: "phone" };
  const mine = { ...held, handler_user_id: managerId };
  const passed = await row("service_case", { ...mine, number: 1 });
  const about = await row("service_case", {
    ...mine,
    number: 2,
    complained_user_ids: [colleagueId],
  });
  const department_id = await makeRow(bench.world, bench.tenant, "department", { name: "交付部" });
  const days = { made_on: "2026-11-01", due_on: "2026-12-01", first_due_on: "2026-12-01" };
  await row("promise", { title: "x", department_id, giver_user_id: managerId, ...days });
  const need = { title: "x", level: "business", visibility: "hidden", source: "visit" };
  await row("need", { ...need, state_since: "2026-11-01", owner_user_id: managerId });
  const loop = { opened_at: at, contact_due_at: at, owner_user_id: managerId };
  await row("feedback_loop", loop);
  await row("feedback_loop", { ...loop, case_id: about });
  await editAccount({ managerUserId: colleagueId });
  const [handover] = (await listed(bench.colleague)).items;
  const { body } = await bench.colleague(handovers.transfer, {
    params: { handoverId: handover.id },
    headers: any,
  });
  expect(body.moved).toEqual([
    { what: "cases", count: 1 },
    { what: "promises", count: 1 },
    { what: "needs", count: 1 },
    { what: "feedbackLoops", count: 1 },
  ]);
  const cases = await bench.ask<object>(
    "select id, handler_user_id, first_responder_id from service_case order by number",
  );
  expect(cases).toEqual([
    { id: passed, handler_user_id: colleagueId, first_responder_id: managerId },
    { id: about, handler_user_id: managerId, first_responder_id: managerId },
  ]);
  const told = await bench.ask<object>(
    `select detail ->> 'because' as because from case_event where case_id = '${passed}' and kind = 'assigned'`,
  );
  expect(told).toEqual([{ because: "handover" }]);
});

/** The colleague has accepted the manager's seat and has yet to visit the customer. */
const seatAccepted = async () => {
  await editAccount({ managerUserId: bench.colleagueId });
  const [{ id }] = (await listed(bench.colleague)).items;
  const { sha256: packSha256 } = await packOf(id, bench.colleague);
  const accepted = await bench.colleague(handovers.accept, {
    params: { handoverId: id },
    headers: any,
    body: { packSha256, despite: "先接后补" },
  });
  expect(accepted.body.status).toBe("accepted");
  return id;
};

test("a seat that changes again before the visit is handed over anew, the accepted handover gives way", async () => {
  const accepted = await seatAccepted();
  const third = await makeUser(bench.world, bench.tenant, "manager");
  await editAccount({ managerUserId: third });
  expect(await get(accepted)).toMatchObject({
    status: "dropped",
    droppedBecause: "seat_moved_on",
  });
  expect((await listed(bench.director)).items).toMatchObject([
    { status: "open", from: { id: bench.colleagueId }, to: { id: third } },
  ]);
});

test("who accepted a seat and is deactivated before the visit leaves it to a director", async () => {
  const accepted = await seatAccepted();
  await bench.admin(users.deactivate, { params: { userId: bench.colleagueId }, headers: any });
  expect((await get(accepted)).status).toBe("dropped");
  expect((await listed(bench.director)).items).toMatchObject([
    { status: "open", from: { id: bench.colleagueId }, to: null, because: "user_deactivated" },
  ]);
});

test("a seat nobody held needs none, another change names another successor, back to the first drops it", async () => {
  await editAccount({ backupUserId: bench.colleagueId });
  expect((await listed(bench.director)).running).toBe(0);
  await editAccount({ managerUserId: bench.colleagueId });
  const third = await makeUser(bench.world, bench.tenant, "manager");
  await editAccount({ managerUserId: third });
  const { items } = await listed(bench.director);
  expect(items).toMatchObject([{ from: { id: bench.managerId }, to: { id: third } }]);
  await editAccount({ managerUserId: bench.managerId });
  expect(await get(items[0].id)).toMatchObject({
    status: "dropped",
    droppedBecause: "seat_returned",
  });
});

test("the seats of a deactivated colleague wait for a director, who gives them away; opening the access again drops what waits", async () => {
  const params = { userId: bench.managerId };
  expect((await bench.admin(users.deactivate, { params, headers: any })).status).toBe(200);
  const board = await listed(bench.director);
  expect(board).toMatchObject({ running: 1, unassigned: 1 });
  const [{ id }] = board.items;
  expect(board.items[0]).toMatchObject({ because: "user_deactivated", to: null });
  const assigned = await bench.director(handovers.assign, {
    params: { handoverId: id },
    headers: any,
    body: { userId: bench.colleagueId },
  });
  expect(assigned.body).toMatchObject({ to: { id: bench.colleagueId } });
  const [account] = await bench.ask<{ manager_user_id: string }>(
    `select manager_user_id from account where id = '${bench.accountId}'`,
  );
  expect(account?.manager_user_id).toBe(bench.colleagueId);
  expect(await newsOf("handover_started")).toContainEqual({ user_id: bench.colleagueId });
  await bench.admin(users.deactivate, { params: { userId: bench.colleagueId }, headers: any });
  expect(await get(id)).toMatchObject({ to: null, status: "open" });
});
