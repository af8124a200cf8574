import { accounts } from "@mainstay/contract/account";
import { handovers } from "@mainstay/contract/handover";
import { interactions } from "@mainstay/contract/interaction";
import { people } from "@mainstay/contract/person";
import { personMerges } from "@mainstay/contract/person-merge";
import { tasks } from "@mainstay/contract/task";
import { beforeEach, expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { type TestCaller, sessionOf } from "../platform/http/test-app.ts";
import { auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makePerson } from "../platform/test-world/make-person.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import { handoverBench, type HandoverBench } from "./handover-test-bench.ts";
import { startHandover } from "./start-handover.ts";

let bench: HandoverBench;
beforeEach(async () => {
  bench = await handoverBench();
});

const any = { "if-match": "*" };
const listed = async (who: TestCaller, query = {}) =>
  (await who(handovers.list, { query: query as never })).body;
const leave = (positionId: string, endedBecause = "left_company", who = bench.director) =>
  who(people.leave, {
    params: { positionId },
    headers: any,
    body: { endsOn: "2026-11-23", endedBecause: endedBecause as "left_company" },
  });
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

/** The economic buyer of the core account has left. */
const buyerLeft = async () => {
  expect((await leave(bench.buyer.positionId)).status).toBe(200);
  const { items } = await listed(bench.director);
  expect(items).toHaveLength(1);
  return items[0];
};

test("the leaving of a key contact starts the 24-hour clock, owned by the manager, with its checklist and its news", async () => {
  const handover = await buyerLeft();
  expect(handover).toMatchObject({
    side: "theirs",
    person: { id: bench.buyer.personId, name: "周采购" },
    owner: { id: bench.managerId },
    because: "left_company",
    status: "open",
    isOverdue: false,
    startedAt: "2026-11-23T02:00:00.000Z",
    dueAt: "2026-11-24T02:00:00.000Z",
  });
  expect(handover.items.map(({ key }: { key: string }) => key)).toContain("end_consents");
  expect(await auditOf(bench.world, bench.tenant, "handover.started", handover.id)).toHaveLength(1);
  expect(await newsOf("handover_started")).toEqual([{ user_id: bench.managerId }]);
});

test("somebody without weight starts nothing, a key contact of an account without care a task, a job entered by mistake nothing", async () => {
  const { world, tenant, accountId } = bench;
  const clerk = await makePerson(world, tenant, accountId, "无关");
  await leave(clerk.positionId);
  await leave(bench.buyer.positionId, "entered_by_mistake");
  expect((await listed(bench.director)).running).toBe(0);
  const plain = await makeAccount(world, tenant, {
    name: "一般客户",
    manager_user_id: bench.managerId,
  });
  const contact = await makePerson(world, tenant, plain, "一般联系人");
  await bench.ask(`insert into buying_role (tenant_id, id, account_id, person_id, role)
    values ('${tenant.tenantId}', gen_random_uuid(), '${plain}', '${contact.personId}', 'user')`);
  await leave(contact.positionId);
  expect((await listed(bench.director)).running).toBe(0);
  const made = async () =>
    (await bench.director(tasks.list, { query: { accountId: plain } as never })).body.items;
  expect(await made()).toMatchObject([{ owner: { id: bench.managerId } }]);
  await bench.director(people.edit, {
    params: { positionId: contact.positionId },
    headers: any,
    body: { endsOn: null },
  });
  expect(await made()).toEqual([]);
});

test("a job ended by an edit or by moving away starts it too; the return drops it", async () => {
  const params = { positionId: bench.buyer.positionId };
  const edit = (endsOn: string | null) =>
    bench.director(people.edit, { params, headers: any, body: { endsOn } });
  await edit("2026-11-23");
  const [first] = (await listed(bench.director)).items;
  await edit(null);
  expect(await get(first.id)).toMatchObject({
    status: "dropped",
    droppedBecause: "person_returned",
  });
  const elsewhere = await makeAccount(bench.world, bench.tenant, { name: "别处" });
  const body = { toAccountId: elsewhere, movedOn: "2026-11-23" };
  expect((await bench.director(people.move, { params, headers: any, body })).status).toBe(201);
  expect((await listed(bench.director)).items).toMatchObject([{ because: "moved_account" }]);
});

test("two who start it at once start one", async () => {
  const { world, tenant, accountId, buyer, managerId } = bench;
  const start = () =>
    withTenant(world.database, tenant.scope, (tx) =>
      startHandover(
        tx,
        { tenantId: tenant.tenantId, actor: null, requestId: null, now: bench.now() },
        {
          side: "theirs",
          accountId,
          personId: buyer.personId,
          ownerUserId: managerId,
          because: "by_hand",
        },
      ),
    );
  const both = await Promise.all([start(), start()]);
  expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
  expect(both[0].id).toBe(both[1].id);
});

test("23 h 59 is in time, 24 h 01 is overdue, told once to director and sponsor, and a clock that jumps back changes nothing", async () => {
  const { id } = await buyerLeft();
  const sponsorId = await makeUser(bench.world, bench.tenant, "sponsor");
  await editAccount({ sponsorUserId: sponsorId });
  bench.moveClock(24 - 1 / 60);
  await bench.runClock(id);
  expect(await get(id)).toMatchObject({ isOverdue: false });
  bench.moveClock(2 / 60);
  expect(await get(id)).toMatchObject({ isOverdue: true });
  expect(await listed(bench.director, { state: "overdue" })).toMatchObject({
    total: 1,
    overdue: 1,
  });
  await Promise.all([bench.runClock(id), bench.runClock(id)]);
  bench.moveClock(-3);
  expect(await get(id)).toMatchObject({ isOverdue: true });
  await bench.runClock(id);
  bench.moveClock(4);
  await bench.runClock(id);
  const told = (await newsOf("handover_overdue")).map(({ user_id }) => user_id).sort();
  expect(told).toEqual([bench.directorId, sponsorId].sort());
  expect(await auditOf(bench.world, bench.tenant, "handover.overran", id)).toHaveLength(1);
});

test("the owner accepts the pack they read, by its hash, when the mandatory things are done; the visit ends it", async () => {
  const { id } = await buyerLeft();
  const accept = async (body: object, who = bench.manager) =>
    who(handovers.accept, { params: { handoverId: id }, headers: any, body: body as never });
  const pack = await packOf(id, bench.manager);
  expect((await accept({ packSha256: pack.sha256 })).body.code).toBe("handover.items_open");
  expect((await accept({ packSha256: pack.sha256 }, bench.director)).status).toBe(403);
  const named = await bench.manager(handovers.nameSuccessor, {
    params: { handoverId: id },
    headers: any,
    body: { personId: bench.heir.personId },
  });
  expect(named.body).toMatchObject({ successor: { name: "吴接替" } });
  for (const key of ["confirm_open_promises", "end_consents"]) await tick(id, key, bench.manager);
  await bench.manager(tasks.add, { body: { title: "寄样品", accountId: bench.accountId } });
  expect((await accept({ packSha256: pack.sha256 })).body.code).toBe("handover.pack_changed");
  const { sha256 } = await packOf(id, bench.manager);
  const accepted = await accept({ packSha256: sha256 });
  expect(accepted.body).toMatchObject({
    status: "accepted",
    packSha256: sha256,
    acceptedBy: { id: bench.managerId },
    acceptedDespite: null,
    isOverdue: false,
  });
  await log(bench.manager, [bench.buyer.personId]);
  expect((await get(id)).status).toBe("accepted");
  await log(bench.manager, [bench.heir.personId], { isTwoWay: false });
  expect((await get(id)).status).toBe("accepted");
  await log(bench.manager, [bench.heir.personId]);
  expect(await get(id)).toMatchObject({ status: "done", visitedOn: "2026-11-23" });
  expect((await accept({ packSha256: sha256 })).body.code).toBe("handover.ended");
  for (const act of ["accepted", "completed", "successor_named"])
    expect(await auditOf(bench.world, bench.tenant, `handover.${act}`, id), act).toHaveLength(1);
});

test("with things left open a reason is needed and kept; a visit before acceptance counts", async () => {
  const { id } = await buyerLeft();
  await log(bench.manager, [bench.heir.personId]);
  await bench.manager(handovers.nameSuccessor, {
    params: { handoverId: id },
    headers: any,
    body: { personId: bench.heir.personId },
  });
  const { sha256: packSha256 } = await packOf(id, bench.manager);
  const { body } = await bench.manager(handovers.accept, {
    params: { handoverId: id },
    headers: any,
    body: { packSha256, despite: "对方本周停工，下周补" },
  });
  expect(body).toMatchObject({ status: "done", acceptedDespite: "对方本周停工，下周补" });
});

test("by hand, dropped for a reason, and refused where it cannot be", async () => {
  const { accountId, buyer, heir } = bench;
  const start = (body: object, who = bench.manager) =>
    who(handovers.start, { params: { accountId }, body: body as never });
  const theirs = { side: "theirs", personId: buyer.personId, successorPersonId: heir.personId };
  const made = await start(theirs);
  expect(made).toMatchObject({
    status: 201,
    body: { because: "by_hand", successor: { name: "吴接替" } },
  });
  const refused: [object, string][] = [
    [theirs, "handover.already_running"],
    [{ side: "theirs", personId: crypto.randomUUID() }, "person.not_found"],
    [
      { side: "theirs", personId: heir.personId, successorPersonId: heir.personId },
      "handover.successor_unfit",
    ],
    [{ side: "ours", seat: "backup" }, "handover.seat_empty"],
    [{ side: "ours", seat: "manager", toUserId: bench.managerId }, "handover.successor_unfit"],
  ];
  for (const [body, code] of refused) expect((await start(body)).body.code, code).toBe(code);
  expect((await start({ side: "ours", seat: "manager" }, bench.colleague)).body.code).toBe(
    "account.not_found",
  );
  const given = await start({ side: "ours", seat: "manager", toUserId: bench.colleagueId });
  expect(given.body).toMatchObject({ to: { id: bench.colleagueId } });
  const params = { handoverId: made.body.id };
  const drop = (reason: string) =>
    bench.director(handovers.drop, { params, headers: any, body: { reason } });
  expect((await drop(" ")).body.code).toBe("request.invalid");
  expect((await drop("弄错了")).body).toMatchObject({
    status: "dropped",
    droppedBecause: "弄错了",
  });
  expect((await tick(made.body.id, "say_thanks", bench.director)).body.code).toBe("handover.ended");
  expect(await auditOf(bench.world, bench.tenant, "handover.dropped", made.body.id)).toHaveLength(
    1,
  );
});

test("an old version is refused, another workspace finds nothing, whoever is not concerned only looks", async () => {
  const { id } = await buyerLeft();
  await tick(id, "say_thanks", bench.manager);
  expect((await tick(id, "update_map", bench.manager, { "if-match": '"1"' })).status).toBe(412);
  expect((await tick(id, "joint_call", bench.manager)).body.code).toBe("handover.item_unknown");
  const service = await sessionOf(
    bench.app,
    bench.tenant,
    await makeUser(bench.world, bench.tenant, "service"),
  );
  expect((await tick(id, "update_map", service)).status).toBe(403);
  const foreign = await makeTenant(bench.world);
  const stranger = await sessionOf(bench.app, foreign, foreign.adminUserId);
  for (const answer of [
    await stranger(handovers.get, { params: { handoverId: id } }),
    await tick(id, "update_map", stranger),
    await bench.colleague(handovers.pack, { params: { handoverId: id } }),
  ])
    expect(answer.body.code).toBe("handover.not_found");
});

test("the pack is cut to the reader, says the same twice, and prints as PDF on record", async () => {
  const { id } = await buyerLeft();
  await log(bench.manager, [bench.heir.personId]);
  const [one, two] = [await packOf(id, bench.manager), await packOf(id, bench.manager)];
  expect(one.sha256).toBe(two.sha256);
  expect(one).toMatchObject({
    account: { name: "交接客户", segment: "core" },
    interactions: [{ summary: "拜访" }],
    consents: [],
  });
  const service = await sessionOf(
    bench.app,
    bench.tenant,
    await makeUser(bench.world, bench.tenant, "service"),
  );
  expect(await packOf(id, service)).toMatchObject({ consents: null, profileHidden: true });
  const pdf = await bench.manager(handovers.print, { params: { handoverId: id } });
  expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect(await auditOf(bench.world, bench.tenant, "handover.pack_printed", id)).toHaveLength(1);
});

test("who is erased while it runs takes it along; the one who would follow leaves it open", async () => {
  const first = await buyerLeft();
  await bench.manager(handovers.nameSuccessor, {
    params: { handoverId: first.id },
    headers: any,
    body: { personId: bench.heir.personId },
  });
  await bench.ask(`delete from person where id = '${bench.heir.personId}'`);
  expect(await get(first.id)).toMatchObject({ status: "open", successor: null });
  await bench.ask(`delete from person where id = '${bench.buyer.personId}'`);
  expect((await get(first.id)).code).toBe("handover.not_found");
});

test("a merge moves what runs to the record that stays; a leaver who still works there under the other record has not left", async () => {
  const { director, world, tenant, accountId, buyer, heir } = bench;
  const merge = async (personId: string, gonePersonId: string) =>
    (await director(personMerges.merge, { params: { personId }, body: { gonePersonId } })).status;
  const first = await buyerLeft();
  await director(handovers.nameSuccessor, {
    params: { handoverId: first.id },
    headers: any,
    body: { personId: heir.personId },
  });
  const heirTwice = await makePerson(world, tenant, accountId, "吴接替二");
  expect(await merge(heirTwice.personId, heir.personId)).toBe(201);
  expect(await get(first.id)).toMatchObject({
    successor: { id: heirTwice.personId },
    status: "open",
  });
  const buyerTwice = await makePerson(world, tenant, accountId, "周采购二", { title: "总监" });
  expect(await merge(buyerTwice.personId, buyer.personId)).toBe(201);
  expect(await get(first.id)).toMatchObject({
    person: { id: buyerTwice.personId },
    status: "dropped",
    droppedBecause: "person_returned",
  });
});
