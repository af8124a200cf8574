import { passkeys } from "@mainstay/contract/passkey";
import { sessions } from "@mainstay/contract/session";
import { workspaces } from "@mainstay/contract/setting";
import { users } from "@mainstay/contract/user";
import { beforeAll, expect, test } from "vitest";
import { buildApp } from "../app.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, testConfig, tokenOf } from "../platform/http/test-app.ts";
import { testBrowser } from "../platform/http/test-browser.ts";
import { auditOf } from "../platform/test-world/ask-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";
import {
  makeUserWithPassword,
  testPassword as password,
} from "../session/make-user-with-password.ts";
import { readUserHandle, writeUserHandle } from "./relying-party.ts";
import { softAuthenticator } from "./soft-authenticator.ts";

const origin = "https://kam.example.test";
let app: App;
let now = new Date("2026-11-22T08:00:00Z");

beforeAll(async () => {
  const { database } = await testWorld();
  const config = testConfig({ PUBLIC_URL: origin });
  app = await buildApp({ database, config, clock: { now: () => now } });
});

type Wrong = Parameters<ReturnType<typeof softAuthenticator>["get"]>[1];

/** Somebody signed in by password, with a device. */
const person = async (role: "manager" | "admin" = "manager") => {
  const someone = await makeUserWithPassword(role);
  const { call, jar } = testBrowser(app);
  await call(sessions.signIn, { body: { email: someone.email, password } });
  const device = softAuthenticator(origin);
  const register = async (wrong: Wrong = {}) => {
    const { options } = (await call(passkeys.begin, { body: { password } })).body;
    return call(passkeys.register, {
      body: { name: "李的手机", signed: device.create(options, wrong) },
    });
  };
  return { ...someone, call, jar, device, register };
};

/** A browser that signs in with the device. */
const enter = async (device: ReturnType<typeof softAuthenticator>, wrong: Wrong = {}) => {
  const { call, jar } = testBrowser(app);
  const { options } = (await call(passkeys.beginSignIn)).body;
  const signed = device.get(options, wrong);
  const answer = await call(passkeys.signIn, { body: { signed } });
  return { call, jar, answer, signed };
};

test("a passkey is kept after the password was given, and signs in by itself, naming nobody before", async () => {
  const { register, device, userId, tenant, call } = await person();
  const kept = await register();
  expect(kept.status).toBe(201);
  expect(kept.body).toMatchObject({ name: "李的手机", isSynced: false, lastUsedAt: null });
  const { options } = (await testBrowser(app).call(passkeys.beginSignIn)).body;
  expect(options).toMatchObject({ rpId: "kam.example.test", userVerification: "required" });
  expect(options.allowCredentials ?? []).toEqual([]);
  const { answer, call: entered } = await enter(device);
  expect(answer.body.user.id).toBe(userId);
  expect((await entered(sessions.list)).body.items[0].method).toBe("passkey");
  const [listed] = (await call(passkeys.list)).body.items;
  expect(listed.lastUsedAt).not.toBeNull();
  const world = await testWorld();
  expect((await auditOf(world, tenant, "passkey.added", kept.body.id)).length).toBe(1);
});

test("making one needs the password again, and never a token", async () => {
  const { call, tenant, userId } = await person();
  for (const body of [{}, { password: "wrong" }]) {
    expect((await call(passkeys.begin, { body })).body.code).toBe("session.password_wrong");
  }
  const token = await tokenOf(app, tenant, userId, ["read", "write"]);
  expect((await token(passkeys.begin, { body: { password } })).status).toBe(403);
});

test("a passkey made at another origin, for another host, or without finger, face or PIN is refused", async () => {
  const wrongs: Wrong[] = [
    { origin: "https://kam.example.test.evil.cn" },
    { origin: "http://kam.example.test" },
    { rpId: "example.test" },
    { isVerified: false },
    { challenge: "another-challenge" },
  ];
  const { register } = await person();
  for (const wrong of wrongs) {
    expect((await register(wrong)).body.code, JSON.stringify(wrong)).toBe("passkey.refused");
  }
});

test("signing in with a wrong origin, host, challenge, counter or without verification is refused, on record", async () => {
  const { register, device, tenant } = await person();
  const { id } = (await register()).body;
  expect((await enter(device)).answer.status).toBe(200);
  const wrongs: Wrong[] = [
    { origin: "https://kam.example.test.evil.cn" },
    { rpId: "evil.cn" },
    { isVerified: false },
    { challenge: "another-challenge" },
    { counter: 1 },
  ];
  for (const wrong of wrongs) {
    const { answer, jar } = await enter(device, wrong);
    expect(answer.body.code, JSON.stringify(wrong)).toBe("passkey.refused");
    expect(jar.has("mainstay_session")).toBe(false);
  }
  const refused = await auditOf(await testWorld(), tenant, "passkey.refused", id);
  expect(refused.length).toBe(wrongs.length);
  expect((await enter(device)).answer.status).toBe(200);
});

test("an answer caught on its way is worth nothing a second time", async () => {
  const { register, device } = await person();
  await register();
  const { call, jar } = testBrowser(app);
  const { options } = (await call(passkeys.beginSignIn)).body;
  const step = jar.get("mainstay_step_passkey") ?? "";
  // A counter of zero is what synced passkeys always send: the counter alone would not notice.
  const signed = device.get(options, { counter: 0 });
  expect((await call(passkeys.signIn, { body: { signed } })).status).toBe(200);
  const thief = testBrowser(app);
  thief.jar.set("mainstay_step_passkey", step);
  const again = await thief.call(passkeys.signIn, { body: { signed } });
  expect(again.body.code).toBe("passkey.refused");
});

test("a challenge of another browser, or one five minutes old, opens nothing", async () => {
  const { register, device } = await person();
  await register();
  const { options } = (await testBrowser(app).call(passkeys.beginSignIn)).body;
  const signed = device.get(options);
  const other = testBrowser(app);
  expect((await other.call(passkeys.signIn, { body: { signed } })).body.code).toBe(
    "session.step_expired",
  );
  await other.call(passkeys.beginSignIn);
  expect((await other.call(passkeys.signIn, { body: { signed } })).body.code).toBe(
    "passkey.refused",
  );
  const slow = testBrowser(app);
  const mine = (await slow.call(passkeys.beginSignIn)).body.options;
  now = new Date(now.getTime() + 5 * 60_000);
  const late = await slow.call(passkeys.signIn, { body: { signed: device.get(mine) } });
  expect(late.body.code).toBe("session.step_expired");
});

test("a removed passkey and one of closed access sign nobody in", async () => {
  const { register, device, call, tenant, userId } = await person();
  const { id } = (await register()).body;
  const admin = await sessionOf(app, tenant, tenant.adminUserId);
  const params = { userId };
  const headers = { "if-match": "*" };
  await admin(users.deactivate, { params, headers });
  expect((await enter(device)).answer.body.code).toBe("passkey.refused");
  await admin(users.reactivate, { params, headers });
  const { call: entered } = await enter(device);
  expect((await entered(passkeys.remove, { params: { passkeyId: id } })).status).toBe(204);
  expect((await enter(device)).answer.body.code).toBe("passkey.refused");
  expect((await auditOf(await testWorld(), tenant, "passkey.removed", id)).length).toBe(1);
  expect((await call(sessions.current)).status).toBe(401);
});

test("one's own passkeys are named and removed by oneself alone; the same one is not kept twice", async () => {
  const mine = await person();
  const theirs = await makeUserWithPassword("manager", mine.tenant);
  const colleague = await sessionOf(app, mine.tenant, theirs.userId);
  const { id } = (await mine.register()).body;
  const params = { passkeyId: id };
  const renamed = await mine.call(passkeys.rename, { params, body: { name: "旧手机" } });
  expect(renamed.body.name).toBe("旧手机");
  for (const act of [
    () => colleague(passkeys.rename, { params, body: { name: "x" } }),
    () => colleague(passkeys.remove, { params }),
  ]) {
    expect((await act()).body.code).toBe("passkey.not_found");
  }
  expect((await colleague(passkeys.list)).body.items).toEqual([]);
  expect((await mine.register()).body.code).toBe("passkey.already_kept");
  expect((await auditOf(await testWorld(), mine.tenant, "passkey.renamed", id)).length).toBe(1);
});

test("where a second factor is demanded, a passkey is one: making it opens the session", async () => {
  const mine = await person();
  const admin = await sessionOf(app, mine.tenant, mine.tenant.adminUserId);
  await admin(workspaces.edit, { body: { secondFactorRoles: ["manager"] } });
  expect((await mine.call(sessions.list)).body.code).toBe("access.second_factor_needed");
  const before = mine.jar.get("mainstay_session");
  await mine.register();
  expect(mine.jar.get("mainstay_session")).not.toBe(before);
  expect((await mine.call(sessions.list)).body.items[0].method).toBe("passkey");
});

test("a step that one person began is not finished by another at the same browser", async () => {
  const first = await person();
  const { options } = (await first.call(passkeys.begin, { body: { password } })).body;
  const second = await makeUserWithPassword();
  await first.call(sessions.signIn, { body: { email: second.email, password } });
  const signed = first.device.create(options);
  const answer = await first.call(passkeys.register, { body: { name: "x", signed } });
  expect(answer.body.code).toBe("session.step_expired");
});

test("at an address without a name passkeys say why they cannot work", async () => {
  const { database } = await testWorld();
  const bare = await buildApp({ database, config: testConfig({ PUBLIC_URL: "https://10.0.0.7" }) });
  const answer = await testBrowser(bare).call(passkeys.beginSignIn);
  expect(answer.body.code).toBe("passkey.address_unfit");
  await bare.http.close();
});

test("what the device keeps names workspace and user, and nothing else is read as such", async () => {
  const { tenant, userId } = await makeUserWithPassword();
  const text = Buffer.from(writeUserHandle(tenant.tenantId, userId)).toString("base64url");
  expect(readUserHandle(text)).toEqual({ tenantId: tenant.tenantId, userId });
  for (const odd of [undefined, "", "AAAA", 7, `${text}AA`]) expect(readUserHandle(odd)).toBeNull();
});

test("rubbish in place of a signed answer is refused, never a failure of ours", async () => {
  const { tenant, userId } = await makeUserWithPassword();
  const userHandle = Buffer.from(writeUserHandle(tenant.tenantId, userId)).toString("base64url");
  for (const response of [{}, { userHandle }, { userHandle, clientDataJSON: 7, signature: [] }]) {
    const { call } = testBrowser(app);
    await call(passkeys.beginSignIn);
    const signed = {
      id: "x",
      rawId: "x",
      type: "public-key" as const,
      response,
      clientExtensionResults: {},
    };
    expect((await call(passkeys.signIn, { body: { signed } })).body.code).toBe("passkey.refused");
  }
  const known = await person();
  await known.register();
  await withTenant(app.database, known.tenant.scope, (tx) =>
    tx.updateTable("passkey").set({ credential_id: "x" }).execute(),
  );
  const { call } = testBrowser(app);
  await call(passkeys.beginSignIn);
  const handle = Buffer.from(writeUserHandle(known.tenant.tenantId, known.userId)).toString(
    "base64url",
  );
  const response = {
    userHandle: handle,
    clientDataJSON: "rubbish",
    authenticatorData: "AA",
    signature: "AA",
  };
  const signed = {
    id: "x",
    rawId: "x",
    type: "public-key" as const,
    response,
    clientExtensionResults: {},
  };
  expect((await call(passkeys.signIn, { body: { signed } })).body.code).toBe("passkey.refused");
});
