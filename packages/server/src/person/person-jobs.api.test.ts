import { type PositionView, people } from "@mainstay/contract/person";
import { personPages } from "@mainstay/contract/person-page";
import { beforeAll, expect, test } from "vitest";
import { nobody, sessionOf, tokenOf } from "../platform/http/test-app.ts";
import { auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import { addTo, insertRow, pageOf, personBench } from "./person-test-bench.ts";

let bench: Awaited<ReturnType<typeof personBench>>;
beforeAll(async () => {
  bench = await personBench();
});

const move = (job: { id: string }, body: object, who = bench.director) =>
  who(people.move, {
    params: { positionId: job.id },
    body: body as { toAccountId: string; movedOn: string },
  });
const leave = (job: { id: string }, body: object, who = bench.director) =>
  who(people.leave, {
    params: { positionId: job.id },
    body: body as { endsOn: string; endedBecause: "retired" },
  });
const takeUp = (personId: string, body: object, who = bench.director) =>
  who(people.takeUp, { params: { personId }, body: body as { accountId: string } });
const edit = (job: { id: string }, body: object, who = bench.director) =>
  who(people.edit, { params: { positionId: job.id }, body });

test("the quick form puts name, title, department, superior and role on file in one go", async () => {
  const { director, accounts, world, tenant } = bench;
  const head = await addTo(director, accounts.here, { name: "钱总", title: "总经理" });
  const made = await addTo(director, accounts.here, {
    name: "孙采购",
    title: "采购经理",
    department: "采购部",
    reportsToId: head.id,
    buyingRole: "gatekeeper",
  });
  expect(made).toMatchObject({
    reportsTo: { positionId: head.id, name: "钱总" },
    isPlaceholder: false,
  });
  const { body } = await pageOf(director, made.personId);
  expect(body.roles).toMatchObject([{ account: { name: "本地客户" }, role: "gatekeeper" }]);
  expect(await auditOf(world, tenant, "person.added", made.personId)).toHaveLength(1);
});

test("a placeholder is shown as such until somebody knows who it is", async () => {
  const { director, accounts } = bench;
  const seat = await addTo(director, accounts.here, { name: "财务总监", isPlaceholder: true });
  expect(seat.isPlaceholder).toBe(true);
  const { body } = await pageOf(director, seat.personId);
  expect(body.person.placeholderSince).toBe(body.today);
  const known = await director(personPages.edit, {
    params: { personId: seat.personId },
    body: { name: "周财务", isPlaceholder: false },
    headers: { "if-match": `"${body.person.version}"` },
  });
  expect(known.body).toMatchObject({
    name: "周财务",
    isPlaceholder: false,
    placeholderSince: null,
  });
  const stale = await director(personPages.edit, {
    params: { personId: seat.personId },
    body: { name: "吴" },
    headers: { "if-match": `"${body.person.version}"` },
  });
  expect(stale.body.code).toBe("request.version_conflict");
  const { world, tenant } = bench;
  expect(await auditOf(world, tenant, "person.identified", seat.personId)).toHaveLength(1);
});

test("a mover leaves the old job in the history and opens the door at the new account", async () => {
  const { director, accounts, world, tenant } = bench;
  const head = await addTo(director, accounts.here, { name: "旧上级" });
  const job = await addTo(director, accounts.here, {
    name: "郑跳槽",
    startsOn: "2020-01-01",
    reportsToId: head.id,
  });
  const moved = await move(job, {
    toAccountId: accounts.there,
    movedOn: "2026-03-01",
    title: "总监",
  });
  expect(moved.status).toBe(201);
  expect(moved.body).toMatchObject({
    accountName: "外地客户",
    startsOn: "2026-03-01",
    reportsTo: null,
    cameFrom: { accountId: accounts.here, name: "本地客户" },
  });
  const { body } = await pageOf(director, job.personId);
  expect(body.jobs.map(({ endsOn, endedBecause }: PositionView) => [endsOn, endedBecause])).toEqual(
    [
      [null, null],
      ["2026-03-01", "moved_account"],
    ],
  );
  expect(await auditOf(world, tenant, "person.moved", job.personId)).toHaveLength(1);
  const again = await move(job, { toAccountId: accounts.there, movedOn: "2026-04-01" });
  expect(again.body.code).toBe("person.job_ended");
});

test("somebody works at several accounts at once, leaves one, comes back", async () => {
  const { director, accounts, world, tenant } = bench;
  const one = await addTo(director, accounts.here, { name: "两头跑", startsOn: "2021-01-01" });
  const two = await takeUp(one.personId, { accountId: accounts.there, title: "顾问" });
  expect(two.status).toBe(201);
  expect(two.body.cameFrom).toBeNull();
  const twice = await takeUp(one.personId, { accountId: accounts.there });
  expect(twice.body.code).toBe("person.position_taken");
  const gone = await leave(one, { endsOn: "2026-01-31", endedBecause: "retired" });
  expect(gone.body).toMatchObject({ endsOn: "2026-01-31", endedBecause: "retired" });
  expect((await pageOf(director, one.personId)).body.jobs[0].cameFrom.name).toBe("本地客户");
  const within = await takeUp(one.personId, {
    accountId: accounts.here,
    startsOn: "2026-01-30",
  });
  expect(within.body.code).toBe("person.position_taken");
  const back = await takeUp(one.personId, { accountId: accounts.here, startsOn: "2026-06-01" });
  expect(back.status).toBe(201);
  const { body } = await pageOf(director, one.personId);
  expect(body.jobs).toHaveLength(3);
  expect(body.jobs.every(({ cameFrom }: PositionView) => cameFrom === null)).toBe(true);
  expect(await auditOf(world, tenant, "person.job_taken_up", one.personId)).toHaveLength(2);
});

test("a job entered by mistake is no history and opens no door", async () => {
  const { director, accounts } = bench;
  const wrong = await addTo(director, accounts.here, { name: "录错了" });
  await leave(wrong, { endsOn: "2026-01-01", endedBecause: "entered_by_mistake" });
  const right = await takeUp(wrong.personId, { accountId: accounts.there });
  expect(right.body.cameFrom).toBeNull();
});

test("what cannot be is refused: circles, strangers as superiors, days the wrong way round", async () => {
  const { director, accounts } = bench;
  const top = await addTo(director, accounts.here, { name: "甲" });
  const mid = await addTo(director, accounts.here, { name: "乙", reportsToId: top.id });
  const low = await addTo(director, accounts.here, { name: "丙", reportsToId: mid.id });
  const other = await addTo(director, accounts.there, { name: "丁" });
  const code = async (job: PositionView, reportsToId: string) =>
    (await edit(job, { reportsToId })).body.code;
  expect(await code(top, low.id)).toBe("position.superior_cycle");
  expect(await code(top, top.id)).toBe("position.superior_cycle");
  expect(await code(low, other.id)).toBe("position.superior_elsewhere");
  expect(await code(low, crypto.randomUUID())).toBe("position.superior_elsewhere");
  await leave(mid, { endsOn: "2026-01-01", endedBecause: "left_company" });
  expect(await code(top, mid.id)).toBe("position.superior_left");
  const later = await addTo(director, accounts.here, { name: "戊", startsOn: "2025-01-01" });
  const early = await leave(later, { endsOn: "2024-12-31", endedBecause: "retired" });
  expect(early.body.fields).toMatchObject([{ path: "endsOn", problem: "too_small" }]);
  const before = await move(later, { toAccountId: accounts.there, movedOn: "2024-12-31" });
  expect(before.body.fields).toMatchObject([{ path: "movedOn", problem: "too_small" }]);
  const same = await move(later, { toAccountId: accounts.here, movedOn: "2026-01-01" });
  expect(same.body.code).toBe("person.same_account");
  const backward = await takeUp(later.personId, {
    accountId: accounts.there,
    startsOn: "2024-01-02",
    endsOn: "2024-01-01",
  });
  expect(backward.body.fields).toMatchObject([{ path: "endsOn" }]);
  const empty = await director(people.add, {
    params: { accountId: accounts.here },
    body: { name: "  " },
  });
  expect(empty.body.code).toBe("request.invalid");
});

test("two who draw lines at once cannot close a circle between them", async () => {
  const { director, accounts } = bench;
  const one = await addTo(director, accounts.here, { name: "左" });
  const two = await addTo(director, accounts.here, { name: "右" });
  const answers = await Promise.all([
    edit(one, { reportsToId: two.id }),
    edit(two, { reportsToId: one.id }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
});

test("a person whose use is restricted is kept as they are", async () => {
  const { director, accounts, world, tenant } = bench;
  const job = await addTo(director, accounts.here, { name: "限制使用" });
  const { sql } = await import("kysely");
  const { withTenant } = await import("../platform/db/open-transaction.ts");
  await withTenant(world.database, tenant.scope, (tx) =>
    sql`update person set restricted_at = now() where id = ${job.personId}::uuid`.execute(tx),
  );
  expect((await edit(job, { title: "x" })).body.code).toBe("person.restricted");
  expect((await takeUp(job.personId, { accountId: accounts.there })).body.code).toBe(
    "person.restricted",
  );
  expect((await pageOf(director, job.personId)).body.person).toMatchObject({
    isRestricted: true,
    can: { edit: false, merge: false, setPhoto: false },
  });
});

test("only who may edit people may; a role needs the right to the decision chain", async () => {
  const { app, tenant, world, accounts, director } = bench;
  const job = await addTo(director, accounts.here, { name: "权限" });
  const day = "2026-05-01";
  for (const role of ["sponsor", "analyst", "compliance"] as const) {
    const caller = await sessionOf(app, tenant, await makeUser(world, tenant, role));
    const answers = [
      await move(job, { toAccountId: accounts.there, movedOn: day }, caller),
      await leave(job, { endsOn: day, endedBecause: "retired" }, caller),
      await takeUp(job.personId, { accountId: accounts.there }, caller),
    ];
    expect(answers.map(({ body }) => body.code)).toEqual(Array(3).fill("access.not_permitted"));
  }
  const service = await sessionOf(app, tenant, await makeUser(world, tenant, "service"));
  const withRole = { name: "带角色", buyingRole: "technical" as const };
  const refused = await service(people.add, {
    params: { accountId: accounts.here },
    body: withRole,
  });
  expect(refused.body.code).toBe("access.not_permitted");
  expect((await addTo(service, accounts.here, { name: "不带角色" })).name).toBe("不带角色");
  expect((await leave(job, { endsOn: day, endedBecause: "retired" }, nobody(app))).status).toBe(
    401,
  );
  const reader = await tokenOf(app, tenant, tenant.adminUserId, ["read"]);
  expect((await leave(job, { endsOn: day, endedBecause: "retired" }, reader)).status).toBe(403);
});

test("own sight: only people of one's own accounts, no moves to accounts out of sight; the door stays open without a name", async () => {
  const { app, tenant, world, accounts, director } = bench;
  const managerId = await makeUser(world, tenant, "manager");
  const manager = await sessionOf(app, tenant, managerId);
  const own = await makeAccount(world, tenant, { name: "自己的", manager_user_id: managerId });
  const job = await addTo(manager, own, { name: "我的人" });
  const out = await move(job, { toAccountId: accounts.there, movedOn: "2026-01-01" }, manager);
  expect(out.body.code).toBe("account.not_found");
  const hidden = await addTo(director, accounts.there, { name: "别人的人" });
  expect((await pageOf(manager, hidden.personId)).body.code).toBe("person.not_found");
  expect((await takeUp(hidden.personId, { accountId: own }, manager)).body.code).toBe(
    "person.not_found",
  );
  const moved = await move(hidden, { toAccountId: own, movedOn: "2026-02-01" });
  expect(moved.body.cameFrom.name).toBe("外地客户");
  const { body } = await pageOf(manager, hidden.personId);
  expect(body.jobs).toHaveLength(1);
  expect(body.jobs[0].cameFrom).toEqual({ accountId: null, name: null });
});

test("another workspace finds nobody", async () => {
  const { app, world, accounts, director } = bench;
  const job = await addTo(director, accounts.here, { name: "本工作区" });
  const foreign = await makeTenant(world);
  const stranger = await sessionOf(app, foreign, await makeUser(world, foreign, "director"));
  const theirs = await makeAccount(world, foreign, { name: "他处" });
  const codes = [
    await pageOf(stranger, job.personId),
    await takeUp(job.personId, { accountId: theirs }, stranger),
    await move(job, { toAccountId: theirs, movedOn: "2026-01-01" }, stranger),
    await leave(job, { endsOn: "2026-01-01", endedBecause: "retired" }, stranger),
    await stranger(personPages.interactions, { params: { personId: job.personId } }),
  ].map(({ body }) => body.code);
  expect(codes).toEqual(Array(5).fill("person.not_found"));
  const mine = await move(job, { toAccountId: theirs, movedOn: "2026-01-01" });
  expect(mine.body.code).toBe("account.not_found");
});

test("the page tells the last two-way contact, by way of the accounts in sight", async () => {
  const { director, accounts, world, tenant } = bench;
  const job = await addTo(director, accounts.here, { name: "常往来" });
  const contact = (occurredOn: string, isTwoWay: boolean) =>
    insertRow(world, tenant, "interaction", {
      id: crypto.randomUUID(),
      account_id: accounts.here,
      occurred_on: occurredOn,
      kind: "call",
      is_two_way: isTwoWay,
      summary: "谈话",
      person_ids: [job.personId],
    });
  await contact("2026-04-01", true);
  await contact("2026-03-01", true);
  await contact("2026-05-01", false);
  const { body } = await pageOf(director, job.personId);
  expect(body.lastContactOn).toBe("2026-04-01");
  expect(body.interactionCount).toBe(3);
  expect(body.interactions.map(({ occurredOn }: { occurredOn: string }) => occurredOn)).toEqual([
    "2026-05-01",
    "2026-04-01",
    "2026-03-01",
  ]);
});
