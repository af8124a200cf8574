import { csrfHeader, sessionCookie } from "@mainstay/contract/endpoint/headers";
import { accessTokens } from "@mainstay/contract/access-token";
import { audits } from "@mainstay/contract/audit";
import { sessions } from "@mainstay/contract/session";
import { users } from "@mainstay/contract/user";
import { hash } from "@node-rs/argon2";
import { beforeAll, expect, test } from "vitest";
import { buildApp } from "../app.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import type { App } from "../platform/http/app.ts";
import { nobody, sessionOf, testConfig } from "../platform/http/test-app.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";

const password = "correct horse battery";
let app: App;
let passwordHash: string;
let now = new Date("2026-11-20T08:00:00Z");

beforeAll(async () => {
  const { database } = await testWorld();
  app = await buildApp({ database, config: testConfig(), clock: { now: () => now } });
  passwordHash = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
});

/** A user with a password; gives their mail address. */
const person = async (role: "admin" | "manager" = "manager") => {
  const tenant = await makeTenant(await testWorld());
  const userId = await makeUser(await testWorld(), tenant, role);
  await withTenant(app.database, tenant.scope, (tx) =>
    tx
      .updateTable("app_user")
      .set({ password_hash: passwordHash })
      .where("tenant_id", "=", tenant.tenantId)
      .where("id", "=", userId)
      .execute(),
  );
  return { tenant, userId, email: `${userId}@example.test` };
};

const signIn = (email: string, word: string, headers: Record<string, string> = {}) =>
  nobody(app)(sessions.signIn, { body: { email, password: word }, headers });

const cookieOf = (answer: { headers: Record<string, unknown> }): string =>
  /mainstay_session=([^;]+)/.exec(String(answer.headers["set-cookie"]))?.[1] ?? "";

const withCookie = (cookie: string, headers: Record<string, string> = {}) =>
  nobody(app)(sessions.current, { headers: { cookie: `${sessionCookie}=${cookie}`, ...headers } });

const auditOf = async (tenant: TestTenant) => {
  const admin = await sessionOf(app, tenant, tenant.adminUserId);
  const { body } = await admin(audits.list);
  return body.items.map((item: { act: string }) => item.act) as string[];
};

test("the right password opens a session that only scripts cannot read, and the act is on record", async () => {
  const { tenant, email, userId } = await person();
  const answer = await signIn(` ${email.toUpperCase()} `, password);
  expect(answer.status).toBe(200);
  expect(answer.body.user).toMatchObject({ id: userId, role: "manager" });
  expect(String(answer.headers["set-cookie"])).toMatch(/HttpOnly; SameSite=Lax/);
  const mine = await withCookie(cookieOf(answer));
  expect(mine.body.user.id).toBe(userId);
  expect(await auditOf(tenant)).toContain("session.started");
});

test("over TLS the cookie is Secure", async () => {
  const { database } = await testWorld();
  const config = testConfig({ PUBLIC_URL: "https://kam.example.test" });
  const secure = await buildApp({ database, config, clock: { now: () => now } });
  const { email } = await person();
  const answer = await nobody(secure)(sessions.signIn, { body: { email, password } });
  expect(String(answer.headers["set-cookie"])).toContain("Secure");
  expect(answer.headers["strict-transport-security"]).toBeDefined();
  await secure.http.close();
});

test("a wrong password and an unknown address get the same answer", async () => {
  const { email } = await person();
  const wrong = await signIn(email, "not the password");
  const unknown = await signIn("nobody@example.test", "not the password");
  const { requestId: _, ...words } = wrong.body;
  expect(wrong.status).toBe(401);
  expect(unknown.status).toBe(401);
  expect(unknown.body).toMatchObject(words);
  expect(wrong.headers["set-cookie"]).toBeUndefined();
});

test("five failures close sign-in even to the right password, for a minute, known or unknown", async () => {
  const { tenant, email } = await person();
  const unknown = `${email}.unknown`;
  for (let attempt = 1; attempt <= 5; attempt++) {
    expect((await signIn(email, "wrong")).status).toBe(401);
    expect((await signIn(unknown, "wrong")).status).toBe(401);
  }
  const locked = await signIn(email, password);
  expect(locked.status).toBe(429);
  expect(locked.body.code).toBe("session.locked_out");
  expect(locked.headers["retry-after"]).toBe("60");
  expect((await signIn(unknown, password)).body.code).toBe("session.locked_out");
  expect(await auditOf(tenant)).toContain("user.locked_out");
  now = new Date(now.getTime() + 61_000);
  expect((await signIn(email, password)).status).toBe(200);
  expect((await signIn(email, "wrong")).status).toBe(401);
});

test("twenty guesses at once are counted like one after the other", async () => {
  const { email } = await person();
  const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(email, "wrong")));
  expect(answers.filter(({ status }) => status === 401).length).toBe(5);
  expect(answers.filter(({ status }) => status === 429).length).toBe(15);
});

test("a session that a stranger planted is neither taken up nor kept alive", async () => {
  const { tenant, email, userId } = await person();
  const planted = `${tenant.tenantId}.${"a".repeat(43)}`;
  const first = await signIn(email, password, { cookie: `${sessionCookie}=${planted}` });
  expect(cookieOf(first)).not.toBe(planted);
  expect((await withCookie(planted)).status).toBe(401);
  const again = await signIn(email, password, { cookie: `${sessionCookie}=${cookieOf(first)}` });
  expect(again.body.user.id).toBe(userId);
  expect((await withCookie(cookieOf(first))).status).toBe(401);
});

test("a session ends after a week without use and after thirty days in any case", async () => {
  const { email } = await person();
  const start = now;
  const idle = cookieOf(await signIn(email, password));
  const used = cookieOf(await signIn(email, password));
  for (const day of [3, 6, 9, 12, 15, 18, 21, 24, 27, 29]) {
    now = new Date(start.getTime() + day * 86_400_000);
    expect((await withCookie(used)).status).toBe(200);
    if (day === 9) expect((await withCookie(idle)).status).toBe(401);
  }
  now = new Date(start.getTime() + 30 * 86_400_000 + 1000);
  expect((await withCookie(used)).status).toBe(401);
});

test("signing out ends the session at once", async () => {
  const { email } = await person();
  const cookie = cookieOf(await signIn(email, password));
  const headers = { cookie: `${sessionCookie}=${cookie}`, [csrfHeader]: "1" };
  expect((await nobody(app)(sessions.signOut, { headers })).status).toBe(204);
  expect((await withCookie(cookie)).status).toBe(401);
});

test("a write signed by the cookie needs the header that other sites cannot send, and our own origin", async () => {
  const { email } = await person();
  const cookie = `${sessionCookie}=${cookieOf(await signIn(email, password))}`;
  const patch = (headers: Record<string, string>) =>
    nobody(app)(sessions.changeProfile, {
      body: { name: "换名" },
      headers: { cookie, ...headers },
    });
  expect((await patch({})).body.code).toBe("access.csrf_missing");
  const foreign = { [csrfHeader]: "1", origin: "https://evil.example" };
  expect((await patch(foreign)).body.code).toBe("access.csrf_missing");
  const crossSite = { [csrfHeader]: "1", "sec-fetch-site": "cross-site" };
  expect((await patch(crossSite)).body.code).toBe("access.csrf_missing");
  expect((await patch({ [csrfHeader]: "1", origin: "null" })).status).toBe(403);
  const ours = { [csrfHeader]: "1", origin: "http://localhost:80", host: "localhost:80" };
  expect((await patch({ ...ours, origin: "http://localhost" })).status).toBe(403);
  expect((await patch({ [csrfHeader]: "1" })).status).toBe(200);
});

test("changing the password ends the other sessions and needs the present one", async () => {
  const { tenant, email, userId } = await person();
  const other = cookieOf(await signIn(email, password));
  const cookie = cookieOf(await signIn(email, password));
  const headers = { cookie: `${sessionCookie}=${cookie}`, [csrfHeader]: "1" };
  const change = (currentPassword: string, newPassword: string) =>
    nobody(app)(sessions.changePassword, { body: { currentPassword, newPassword }, headers });
  expect((await change("wrong", "another long one")).body.code).toBe("session.password_wrong");
  const weak = await change(password, "password123");
  expect(weak.body).toMatchObject({ status: 422, code: "session.password_too_weak" });
  const done = await change(password, "another long one");
  expect(done.status).toBe(204);
  expect((await withCookie(other)).status).toBe(401);
  expect((await withCookie(cookie)).status).toBe(401);
  expect((await withCookie(cookieOf(done))).body.user.id).toBe(userId);
  expect((await signIn(email, "another long one")).status).toBe(200);
  expect(await auditOf(tenant)).toContain("user.password_changed");
});

test("I see where I am signed in, and end what I do not know", async () => {
  const { email } = await person();
  const other = cookieOf(await signIn(email, password, { "user-agent": "Other/1" }));
  const cookie = cookieOf(await signIn(email, password, { "user-agent": "Mine/1" }));
  const headers = { cookie: `${sessionCookie}=${cookie}`, [csrfHeader]: "1" };
  const list = await nobody(app)(sessions.list, { headers });
  expect(list.body.items.map((item: { userAgent: string }) => item.userAgent).sort()).toEqual([
    "Mine/1",
    "Other/1",
  ]);
  const strange = list.body.items.find((item: { isCurrent: boolean }) => !item.isCurrent);
  const params = { sessionId: strange.id };
  expect((await nobody(app)(sessions.end, { params, headers })).status).toBe(204);
  expect((await withCookie(other)).status).toBe(401);
  expect((await withCookie(cookie)).status).toBe(200);
});

test("deactivating a user ends their sessions and tokens at once", async () => {
  const { tenant, userId, email } = await person();
  const cookie = cookieOf(await signIn(email, password));
  const headers = { cookie: `${sessionCookie}=${cookie}`, [csrfHeader]: "1" };
  const body = { name: "机器", scopes: ["read" as const], expiresOn: null };
  const made = await nobody(app)(accessTokens.create, { body, headers });
  const bearer = { authorization: `Bearer ${made.body.secret}` };
  expect((await nobody(app)(sessions.current, { headers: bearer })).status).toBe(200);
  const admin = await sessionOf(app, tenant, tenant.adminUserId);
  const gone = await admin(users.deactivate, {
    params: { userId },
    headers: { "if-match": '"1"' },
  });
  expect(gone.body.status).toBe("inactive");
  expect((await withCookie(cookie)).status).toBe(401);
  expect((await nobody(app)(sessions.current, { headers: bearer })).status).toBe(401);
  expect((await signIn(email, password)).status).toBe(401);
});
