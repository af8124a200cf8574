import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, test } from "vitest";
import { withTenant } from "../db/open-transaction.ts";
import { createLog } from "../log/create-log.ts";
import { makeTenant, type TestTenant } from "../test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../test-world/test-world.ts";
import { announceAccessChange, hearAccessNews } from "./access-news.ts";
import { type Credential, hashSecret, newSecret, readCredential } from "./credential.ts";
import { createGate, type Gate } from "./gate.ts";

const clock = { now: () => new Date() };
let world: TestWorld;
let tenant: TestTenant;
let gate: Gate;
let credential: Credential;
const stops: (() => Promise<void>)[] = [];

beforeEach(async () => {
  world = await testWorld();
  tenant = await makeTenant(world);
  gate = createGate(world.database, clock);
  const secret = newSecret();
  credential = { kind: "session", tenantId: tenant.tenantId, secret };
  await withTenant(world.database, tenant.scope, (tx) =>
    tx
      .insertInto("session")
      .values({
        tenant_id: tenant.tenantId,
        id: randomUUID(),
        user_id: tenant.adminUserId,
        token_hash: hashSecret(secret),
        expires_at: new Date(Date.now() + 3_600_000),
      })
      .execute(),
  );
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

const demote = (announce: boolean) =>
  withTenant(world.database, tenant.scope, async (tx) => {
    await tx
      .updateTable("app_user")
      .set({ role: "service" })
      .where("tenant_id", "=", tenant.tenantId)
      .execute();
    if (announce) await announceAccessChange(tx, tenant.tenantId, tenant.adminUserId);
  });
const roleSeen = async () => (await gate.identify(credential))?.actor.role;
const until = async (is: () => Promise<boolean>) => {
  for (let waited = 0; waited < 5_000; waited += 20) {
    if (await is()) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
};

test("without news from other processes nothing is remembered", async () => {
  expect(await roleSeen()).toBe("admin");
  await demote(false);
  expect(await roleSeen()).toBe("service");
});

test("what is remembered is forgotten at once by whoever changes it here", async () => {
  gate.setRemembering(true);
  expect(await roleSeen()).toBe("admin");
  await demote(false);
  expect(await roleSeen()).toBe("admin");
  gate.forget(tenant.tenantId, tenant.adminUserId);
  expect(await roleSeen()).toBe("service");
});

test("a change in another process is heard by all", async () => {
  stops.push(hearAccessNews(gate, world.appUrl, createLog("silent")));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await roleSeen()).toBe("admin");
  await demote(true);
  expect(await until(async () => (await roleSeen()) === "service")).toBe(true);
});

test("a look-up that began before a change is not remembered after it", async () => {
  gate.setRemembering(true);
  const early = gate.identify(credential);
  gate.forget(tenant.tenantId);
  await early;
  await demote(false);
  expect(await roleSeen()).toBe("service");
});

test("a secret of another tenant, of another kind, or one letter off opens nothing", async () => {
  const other = await makeTenant(world);
  expect(await gate.identify({ ...credential, tenantId: other.tenantId })).toBeNull();
  expect(await gate.identify({ ...credential, kind: "token" })).toBeNull();
  const off = `${credential.secret.slice(0, -1)}${credential.secret.endsWith("A") ? "B" : "A"}`;
  expect(await gate.identify({ ...credential, secret: off })).toBeNull();
  expect(await gate.identify(credential)).not.toBeNull();
});

test("a credential is read from the header or the cookie, never from a broken header and then the cookie", () => {
  const cookie = `${tenant.tenantId}.${credential.secret}`;
  expect(readCredential(undefined, cookie)).toEqual(credential);
  expect(readCredential("Bearer nonsense", cookie)).toBe("broken");
  expect(readCredential(undefined, undefined)).toBe("none");
  expect(readCredential(undefined, "x'; drop table session; --")).toBe("broken");
});
