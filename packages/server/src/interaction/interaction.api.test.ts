import { type InteractionView, interactions } from "@mainstay/contract/interaction";
import { people } from "@mainstay/contract/person";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount, makeSignal } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let admin: TestCaller;
let accountId: string;

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  admin = await sessionOf(app, tenant, tenant.adminUserId);
  accountId = await makeAccount(world, tenant, { name: "互动客户" });
});

const log = (body: object, who = admin, headers = {}, account = accountId) =>
  who(interactions.log, {
    params: { accountId: account },
    body: { kind: "call", occurredOn: "2026-11-01", summary: "问候", ...body } as never,
    headers,
  });
const personAt = async (account: string, name: string): Promise<string> =>
  (await admin(people.add, { params: { accountId: account }, body: { name } })).body.personId;

test("a contact is logged with who took part and because of what, and that is on record", async () => {
  const personId = await personAt(accountId, "张董");
  const signalId = await makeSignal(world, tenant, accountId);
  const { status, body } = await log({
    kind: "visit",
    summary: "谈续约",
    personIds: [personId, personId],
    signalId,
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    accountId,
    kind: "visit",
    occurredOn: "2026-11-01",
    isTwoWay: true,
    people: [{ id: personId, name: "张董" }],
    signalId,
    loggedBy: { id: tenant.adminUserId },
  });
  expect(await auditOf(world, tenant, "interaction.logged", body.id)).toMatchObject([
    { detail: { accountId, kind: "visit" } },
  ]);
});

test("what cannot be is refused with its reason", async () => {
  const elsewhere = await makeAccount(world, tenant, { name: "另一户" });
  const stranger = await personAt(elsewhere, "外人");
  const signalId = await makeSignal(world, tenant, elsewhere);
  const refused: [object, string][] = [
    [{ occurredOn: "2999-01-01" }, "interaction.in_future"],
    [{ personIds: [stranger] }, "person.not_found"],
    [{ personIds: [crypto.randomUUID()] }, "person.not_found"],
    [{ signalId }, "signal.not_found"],
    [{ signalId: crypto.randomUUID() }, "signal.not_found"],
    [{ summary: "" }, "request.invalid"],
    [{ kind: "dream" }, "request.invalid"],
  ];
  for (const [body, code] of refused) expect((await log(body)).body.code, code).toBe(code);
  const unknown = await log({}, admin, {}, crypto.randomUUID());
  expect(unknown.body.code).toBe("interaction.account_not_found");
});

test("a contact long ago is kept, whatever its year", async () => {
  expect((await log({ occurredOn: "1998-05-01" })).status).toBe(201);
});

test("repeating with a key logs once", async () => {
  const headers = { "idempotency-key": `log-${tenant.tenantId}` };
  const [one, two] = [
    await log({ summary: "一次" }, admin, headers),
    await log({ summary: "一次" }, admin, headers),
  ];
  expect(two.body).toEqual(one.body);
});

test("roles that only look may not log; own sight and other workspaces find no such account", async () => {
  for (const role of ["analyst", "compliance"] as const) {
    const caller = await sessionOf(app, tenant, await makeUser(world, tenant, role));
    expect((await log({}, caller)).body.code).toBe("access.not_permitted");
  }
  const manager = await sessionOf(app, tenant, await makeUser(world, tenant, "manager"));
  const foreign = await makeTenant(world);
  const stranger = await sessionOf(app, foreign, foreign.adminUserId);
  for (const caller of [manager, stranger]) {
    expect((await log({}, caller)).body.code).toBe("interaction.account_not_found");
    const listed = await caller(interactions.list, { params: { accountId } });
    expect(listed.body.code).toBe("account.not_found");
  }
});

test("the list pages from the newest day, each contact once", async () => {
  const own = await makeAccount(world, tenant, { name: "多次" });
  const days = ["2026-01-02", "2026-03-01", "2026-01-02", "2025-12-31", "2014-01-01"];
  for (const occurredOn of days) await log({ occurredOn }, admin, {}, own);
  const seen: InteractionView[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await admin(interactions.list, {
      params: { accountId: own },
      query: { limit: 2, cursor } as never,
    });
    expect(body.total).toBe(5);
    seen.push(...body.items);
    cursor = body.nextCursor ?? undefined;
  } while (cursor);
  expect(seen.map(({ occurredOn }) => occurredOn)).toEqual(days.toSorted().toReversed());
  expect(new Set(seen.map(({ id }) => id)).size).toBe(5);
});
