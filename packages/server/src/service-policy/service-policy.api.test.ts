import { servicePolicies } from "@mainstay/contract/service-policy";
import type { PolicyLines } from "@mainstay/domain/service-policy/service-terms";
import { shippedServicePolicy } from "@mainstay/domain/service-policy/shipped-service-policy";
import { beforeAll, expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { findPolicyInForce } from "./policy-in-force.ts";

let app: App;
let world: TestWorld;
let today: string;

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date());
});

const dayFrom = (offset: number) =>
  new Date(Date.parse(today) + offset * 86_400_000).toISOString().slice(0, 10);
const shipped = shippedServicePolicy.lines;
const asAdmin = (tenant: TestTenant) => sessionOf(app, tenant, tenant.adminUserId);
const publish = (
  who: TestCaller,
  lines: PolicyLines,
  baseVersion = 0,
  effectiveFrom = today,
  headers = {},
) =>
  who(servicePolicies.publish, {
    body: { lines: lines as never, baseVersion, effectiveFrom, note: "年度修订" },
    headers,
  });
const preview = (who: TestCaller, lines: PolicyLines, headers = {}) =>
  who(servicePolicies.preview, { body: { lines: lines as never }, headers });
const inForceOn = (tenant: TestTenant, day: string) =>
  withTenant(world.database, tenant.scope, (tx) => findPolicyInForce(tx, tenant.tenantId, day));

const quarterly: PolicyLines = {
  ...shipped,
  "segment:core": { duties: { visit: { every: "quarter", contactKinds: ["visit"] } } },
};

test("the shipped policy holds until one is published; a version holds from its day, the later one of two for a day", async () => {
  const tenant = await makeTenant(world);
  const admin = await asAdmin(tenant);
  const before = await admin(servicePolicies.get);
  expect(before.body).toMatchObject({
    inForce: { version: 0, lines: shipped },
    scheduled: [],
    newestVersion: 0,
  });
  const first = await publish(admin, quarterly, 0, dayFrom(30));
  expect(first.status).toBe(201);
  expect(first.body).toMatchObject({
    version: 1,
    state: "scheduled",
    publishedBy: { id: tenant.adminUserId },
  });
  expect((await publish(admin, { default: { replyHours: 8 } }, 1)).body.state).toBe("in_force");
  expect((await publish(admin, { default: { replyHours: 6 } }, 2, dayFrom(30))).body.version).toBe(
    3,
  );
  const now = await admin(servicePolicies.get);
  expect(now.body).toMatchObject({
    inForce: { version: 2 },
    scheduled: [{ version: 1 }, { version: 3 }],
    newestVersion: 3,
  });
  expect((await inForceOn(tenant, dayFrom(-1))).version).toBe(0);
  expect((await inForceOn(tenant, dayFrom(29))).version).toBe(2);
  expect((await inForceOn(tenant, dayFrom(30))).version).toBe(3);
  const { body } = await admin(servicePolicies.history, { query: { limit: 2 } });
  expect(body.items.map(({ version }: { version: number }) => version)).toEqual([3, 2]);
  const rest = await admin(servicePolicies.history, {
    query: { limit: 2, cursor: body.nextCursor },
  });
  expect(rest.body).toMatchObject({ items: [{ version: 1 }], nextCursor: null, total: 3 });
  expect(await auditOf(world, tenant, "service_policy.published", "3")).toMatchObject([
    { actor_user_id: tenant.adminUserId, detail: { effectiveFrom: dayFrom(30), note: "年度修订" } },
  ]);
});

test("a past day, an outdated base and a policy nobody could keep are refused; two at once: one wins", async () => {
  const tenant = await makeTenant(world);
  const admin = await asAdmin(tenant);
  expect((await publish(admin, quarterly, 0, dayFrom(-1))).body.code).toBe(
    "service_policy.effective_in_past",
  );
  expect((await publish(admin, quarterly, 4)).body).toMatchObject({
    status: 409,
    code: "service_policy.version_conflict",
    params: { version: 0 },
  });
  const hollow: PolicyLines = {
    "segment:core": { duties: { visit: { every: "month", contactKinds: [] } } },
  };
  const refused = await publish(admin, hollow);
  expect(refused.body.code).toBe("service_policy.invalid");
  expect(refused.body.detail).toContain("“核心价值”的“拜访”没有写明哪些互动算数");
  const english = await preview(admin, hollow, { "accept-language": "en" });
  expect(english.body.detail).toContain(
    "“Core value” does not say which contacts count for “Visit”",
  );
  const both = await Promise.all([publish(admin, quarterly), publish(admin, shipped)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test("repeating with a key publishes once, and orders one round of every account", async () => {
  const tenant = await makeTenant(world);
  const admin = await asAdmin(tenant);
  const headers = { "idempotency-key": `service-${tenant.tenantId}` };
  const [one, two] = [
    await publish(admin, quarterly, 0, today, headers),
    await publish(admin, quarterly, 0, today, headers),
  ];
  expect(two.body).toEqual(one.body);
  expect(await askTenant(world, tenant, "select version from service_policy")).toEqual([
    { version: 1 },
  ]);
});

test("a preview counts obligations of a year, whose they are and who would be missing, and saves nothing", async () => {
  const tenant = await makeTenant(world);
  const admin = await asAdmin(tenant);
  const [li, chen] = [
    await makeUser(world, tenant, "manager"),
    await makeUser(world, tenant, "manager"),
  ];
  const account = (
    name: string,
    segment: string,
    managerId: string | null,
    grade = "none",
    revenue = 1,
  ) =>
    makeAccount(
      world,
      tenant,
      { name, manager_user_id: managerId },
      { segment, grade, revenue_12m_minor: revenue },
    );
  await account("核心甲", "core", li, "key", 300);
  await account("核心乙", "core", chen, "none", 200);
  await account("核心无主", "core", null);
  await account("长尾", "develop", null);
  const unchanged = await preview(admin, shipped);
  expect(unchanged.body).toMatchObject({
    accounts: 3,
    people: [],
    examples: [],
    missingSeats: { accounts: 0 },
  });
  const { body } = await preview(admin, {
    ...quarterly,
    "grade:key": { ...shipped["grade:key"], seats: ["manager", "backup", "sponsor"] },
  });
  expect(body.kinds[0]).toEqual({
    kind: "visit",
    before: 36,
    after: 12,
    added: 0,
    dropped: 24,
    accounts: 3,
  });
  expect(body.people).toHaveLength(3);
  expect(body.people).toEqual(
    expect.arrayContaining([
      { user: { id: li, name: "manager" }, before: 12, after: 4 },
      { user: null, before: 12, after: 4 },
    ]),
  );
  expect(body.missingSeats).toMatchObject({
    accounts: 1,
    examples: [{ name: "核心甲", seats: ["sponsor"] }],
  });
  expect(body.examples.map(({ name }: { name: string }) => name)).toEqual([
    "核心甲",
    "核心乙",
    "核心无主",
  ]);
  expect(body.examples[0]).toMatchObject({ segment: "core", grade: "key", before: 12, after: 4 });
  expect(await askTenant(world, tenant, "select 1 from service_policy")).toEqual([]);
  expect(await askTenant(world, tenant, "select 1 from obligation")).toEqual([]);
});

test("analysts preview, directors publish, managers read; another workspace has its own", async () => {
  const tenant = await makeTenant(world);
  const as = async (role: "analyst" | "director" | "manager") =>
    sessionOf(app, tenant, await makeUser(world, tenant, role));
  const [analyst, director, manager] = [
    await as("analyst"),
    await as("director"),
    await as("manager"),
  ];
  expect((await preview(analyst, quarterly)).status).toBe(200);
  expect((await publish(analyst, quarterly)).body.code).toBe("access.not_permitted");
  expect((await preview(manager, quarterly)).status).toBe(403);
  expect((await manager(servicePolicies.get)).status).toBe(200);
  expect((await publish(director, quarterly)).status).toBe(201);
  const foreign = await makeTenant(world);
  expect((await (await asAdmin(foreign))(servicePolicies.get)).body.inForce.version).toBe(0);
});
