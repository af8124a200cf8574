import { accounts } from "@mainstay/contract/account";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp, tokenOf } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let admin: TestCaller;
let managerId: string;
let manager: TestCaller;
beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  admin = await sessionOf(app, tenant, tenant.adminUserId);
  managerId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
});

const any = { "if-match": "*" };
const open = (body: object, who = admin, headers = {}) =>
  who(accounts.create, { body: body as { name: string }, headers });
const edit = (
  accountId: string,
  body: object,
  headers: Record<string, string> = any,
  who = admin,
) => who(accounts.edit, { params: { accountId }, body, headers });

test("an account file is opened with all it says, and that is on record", async () => {
  const body = {
    name: "万华化学集团股份有限公司",
    shortName: "万华",
    externalId: "K-100",
    uscc: "91370000163044841F",
    kinds: ["group", "strategic"],
    industry: "化工",
    region: "",
    contractStartOn: "2026-01-01",
    contractEndOn: "2026-12-31",
    creditLimitMinor: 5_000_000_00,
    paymentTermsDays: 60,
    currency: "CNY",
    ownershipPercent: 66.5,
    managerUserId: managerId,
  };
  const { status, body: made, headers } = await open(body);
  expect(status).toBe(201);
  expect(headers.etag).toBe('"1"');
  const { managerUserId: _, ...written } = body;
  expect(made).toMatchObject({
    ...written,
    region: null,
    manager: { id: managerId, name: "manager" },
    version: 1,
    can: { edit: true, decideSegment: true },
  });
  const got = await admin(accounts.get, { params: { accountId: made.id } });
  expect(got.body).toEqual(made);
  const [kept] = await auditOf(world, tenant, "account.opened", made.id);
  expect(kept).toMatchObject({ actor_user_id: tenant.adminUserId, detail: { name: body.name } });
});

test("what cannot be is refused with its reason", async () => {
  await open({ name: "有号", externalId: "K-1", uscc: "91440300708461136T" });
  const unknown = crypto.randomUUID();
  const refused: [object, string][] = [
    [{ name: "重号", externalId: "K-1" }, "account.external_id_taken"],
    [{ name: "重码", uscc: "91440300708461136T" }, "account.uscc_taken"],
    [{ name: "错码", uscc: "91440300708461136A" }, "account.uscc_invalid"],
    [
      { name: "倒", contractStartOn: "2026-02-01", contractEndOn: "2026-01-31" },
      "account.contract_order",
    ],
    [{ name: "无母", parentId: unknown }, "account.parent_not_found"],
    [{ name: "无人", managerUserId: unknown }, "account.user_not_found"],
    [{ name: " " }, "request.invalid"],
    [{ name: "a".repeat(201) }, "request.invalid"],
    [{ name: "零\u0000" }, "request.invalid"],
    [{ name: "负", creditLimitMinor: -1 }, "request.invalid"],
  ];
  for (const [body, code] of refused) expect((await open(body)).body.code, code).toBe(code);
});

test("repeating the opening with its key opens one account", async () => {
  const headers = { "idempotency-key": `open-${tenant.tenantId}` };
  const [one, two] = [
    await open({ name: "只开一次" }, admin, headers),
    await open({ name: "只开一次" }, admin, headers),
  ];
  expect(two.body).toEqual(one.body);
  const { body } = await admin(accounts.list, { query: { q: "只开一次" } });
  expect(body.total).toBe(1);
});

test("an edit changes what it names, keeps old and new, and demands the version seen", async () => {
  const { body: made } = await open({ name: "改前", industry: "化工", ownershipPercent: 50 });
  expect((await edit(made.id, { name: "改后" }, {})).status).toBe(428);
  expect((await edit(made.id, { name: "改后" }, { "if-match": '"7"' })).status).toBe(412);
  const { body } = await edit(
    made.id,
    { name: "改后", ownershipPercent: 50 },
    { "if-match": '"1"' },
  );
  expect(body).toMatchObject({ name: "改后", industry: "化工", version: 2 });
  expect((await edit(made.id, { name: "又改" }, { "if-match": '"1"' })).status).toBe(412);
  const [kept] = await auditOf(world, tenant, "account.edited", made.id);
  expect(kept?.detail).toEqual({ name: { from: "改前", to: "改后" } });
  const found = await admin(accounts.list, { query: { q: "gaihou" } });
  expect(found.body.items.map(({ id }: { id: string }) => id)).toContain(made.id);
  expect((await admin(accounts.list, { query: { q: "改前" } })).body.total).toBe(0);
});

test("two who edit one account from the same version: one wins, the other gets 412", async () => {
  const { body: made } = await open({ name: "争改" });
  const both = await Promise.all(
    ["甲", "乙"].map((name) => edit(made.id, { name }, { "if-match": '"1"' })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test("a new contract end orders a new judgement of the account and of what it is warned of", async () => {
  const { body: made } = await open({ name: "续约" });
  await edit(made.id, { contractEndOn: "2030-12-31" });
  const jobs = await import("pg").then(async ({ default: pg }) => {
    const client = new pg.Client(world.ownerUrl);
    await client.connect();
    const { rows } = await client.query(
      "select payload from graphile_worker._private_jobs where payload::text like $1",
      [`%${made.id}%`],
    );
    await client.end();
    return rows;
  });
  expect(jobs).toHaveLength(2);
});

test("an answer about the customer's world is dated, sourced and takes the place of older ones in view", async () => {
  const { body: made } = await open({ name: "概况" });
  const answer = (answer: string, answeredOn: string, who = admin) =>
    who(accounts.answerProfile, {
      params: { accountId: made.id },
      body: { topic: "latent_needs", answer, source: "拜访", answeredOn },
    });
  expect((await answer("要扩产", "2026-01-05")).status).toBe(201);
  const later = await answer("要搬厂", "2026-03-01");
  expect(later.body.profile).toMatchObject([{ topic: "latent_needs", answer: "要搬厂" }]);
  expect((await answer("更早的话", "2025-03-01")).body.profile[0].answer).toBe("要搬厂");
  expect((await answer("明天的话", "2999-01-01")).body.code).toBe("request.invalid");
  expect(await auditOf(world, tenant, "account.profile_answered", made.id)).toHaveLength(3);
  expect(
    await askTenant(world, tenant, `select 1 from account_profile where account_id = '${made.id}'`),
  ).toHaveLength(3);
});

test("roles that only look may not write, tokens need the scope", async () => {
  const { body: made } = await open({ name: "只看" });
  for (const role of ["sponsor", "service", "analyst", "compliance"] as const) {
    const caller = await sessionOf(app, tenant, await makeUser(world, tenant, role));
    expect((await caller(accounts.get, { params: { accountId: made.id } })).body.can.edit).toBe(
      false,
    );
    expect((await edit(made.id, { name: "改" }, any, caller)).body.code).toBe(
      "access.not_permitted",
    );
    expect((await open({ name: "新" }, caller)).status).toBe(403);
  }
  const reader = await tokenOf(app, tenant, tenant.adminUserId, ["read"]);
  expect((await edit(made.id, { name: "改" }, any, reader)).body.code).toBe("access.scope_missing");
});

test("a manager who sees only their own finds nothing of others, and keeps what they open", async () => {
  const others = await makeAccount(world, tenant, { name: "别人的客户" });
  const params = { accountId: others };
  expect((await manager(accounts.get, { params })).body.code).toBe("account.not_found");
  expect((await edit(others, { name: "我的" }, any, manager)).body.code).toBe("account.not_found");
  const answered = await manager(accounts.answerProfile, {
    params,
    body: { topic: "latent_needs", answer: "x", source: "x", answeredOn: "2026-01-01" },
  });
  expect(answered.body.code).toBe("account.not_found");
  expect((await manager(accounts.figure, { params: { ...params, figure: "clv" } })).body.code).toBe(
    "account.not_found",
  );
  const own = await open({ name: "我开的客户" }, manager);
  expect(own.body).toMatchObject({ manager: { id: managerId }, can: { view: true } });
  expect((await open({ name: "挂靠", parentId: others }, manager)).body.code).toBe(
    "account.parent_not_found",
  );
  const { body } = await manager(accounts.list, { query: { q: "别人的客户" } });
  expect(body).toMatchObject({ items: [], total: 0 });
});

test("a manager may open an account for a colleague and hand one over; then it is out of their sight", async () => {
  const colleague = await makeUser(world, tenant, "manager");
  const made = await open({ name: "替人开的", managerUserId: colleague }, manager);
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ manager: { id: colleague }, can: { view: false } });
  const own = await open({ name: "移交的" }, manager);
  const given = await edit(own.body.id, { managerUserId: colleague }, any, manager);
  expect(given.status).toBe(200);
  expect(given.body).toMatchObject({ manager: { id: colleague }, can: { view: false } });
  const params = { accountId: own.body.id };
  expect((await manager(accounts.get, { params })).status).toBe(404);
  const theirs = await sessionOf(app, tenant, colleague);
  expect((await theirs(accounts.get, { params })).body.version).toBe(2);
});

test("another workspace's account is not there, whoever asks", async () => {
  const foreign = await makeTenant(world);
  const stranger = await sessionOf(app, foreign, foreign.adminUserId);
  const accountId = await makeAccount(world, tenant, { name: "本公司客户" });
  expect((await stranger(accounts.get, { params: { accountId } })).status).toBe(404);
  expect((await edit(accountId, { name: "夺" }, any, stranger)).status).toBe(404);
  expect((await open({ name: "挂", parentId: accountId }, stranger)).body.code).toBe(
    "account.parent_not_found",
  );
  expect((await stranger(accounts.list)).body.total).toBe(0);
});

test("a group has no circle: not through itself, its children, or accounts the manager does not see", async () => {
  const { body: top } = await open({ name: "集团" });
  const { body: middle } = await open({ name: "子公司", parentId: top.id });
  const { body: low } = await open({ name: "孙公司", parentId: middle.id });
  for (const parentId of [top.id, middle.id, low.id]) {
    expect((await edit(top.id, { parentId })).body.code).toBe("account.parent_cycle");
  }
  const mine = (name: string, parentId: string | null) =>
    makeAccount(world, tenant, { name, parent_id: parentId, manager_user_id: managerId });
  const upper = await mine("上家", null);
  const hidden = await makeAccount(world, tenant, { name: "看不见的中间", parent_id: upper });
  const lower = await mine("下家", hidden);
  const closed = await edit(upper, { parentId: lower }, any, manager);
  expect(closed.body.code).toBe("account.parent_cycle");
});

test("two who put each other's account below their own at once: one is refused the circle", async () => {
  for (let round = 0; round < 3; round++) {
    const { body: a } = await open({ name: `甲${round}` });
    const { body: b } = await open({ name: `乙${round}` });
    const both = await Promise.all([
      edit(a.id, { parentId: b.id }),
      edit(b.id, { parentId: a.id }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect(both.find(({ status }) => status === 422)?.body.code).toBe("account.parent_cycle");
  }
});
