import { audits } from "@mainstay/contract/audit";
import { sessions } from "@mainstay/contract/session";
import { invitations, users } from "@mainstay/contract/user";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { nobody, sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";
import { createAdminLink } from "../setup/installation.ts";

let app: App;
let tenant: TestTenant;
let admin: TestCaller;
beforeAll(async () => {
  app = await testApp();
  tenant = await makeTenant(await testWorld());
  admin = await sessionOf(app, tenant, tenant.adminUserId);
});

const password = "a password of my own";
const tokenIn = (path: string) => path.split("#")[1] ?? "";
let count = 0;
const invite = async () => {
  const email = `colleague-${++count}-${tenant.tenantId}@example.test`;
  const body = { email, name: "王芳", role: "manager" as const, visibility: "own" as const };
  return { email, answer: await admin(users.invite, { body }) };
};

test("an invited colleague looks at the link, chooses a password and is signed in; the link then ends", async () => {
  const { email, answer } = await invite();
  expect(answer.status).toBe(201);
  expect(answer.body.user.status).toBe("invited");
  const token = tokenIn(answer.body.path);
  const looked = await nobody(app)(invitations.look, { body: { token } });
  expect(looked.body).toMatchObject({ kind: "invite", email, name: "王芳" });
  const weak = await nobody(app)(invitations.accept, { body: { token, password: "short" } });
  expect(weak.body.code).toBe("session.password_too_weak");
  const joined = await nobody(app)(invitations.accept, { body: { token, password } });
  expect(joined.status).toBe(201);
  expect(joined.body.user).toMatchObject({ email, role: "manager", visibility: "own" });
  const again = await nobody(app)(invitations.accept, { body: { token, password } });
  expect(again.body.code).toBe("session.link_invalid");
  expect((await nobody(app)(sessions.signIn, { body: { email, password } })).status).toBe(200);
});

test("two who use one link at the same moment: one gets in", async () => {
  const { answer } = await invite();
  const token = tokenIn(answer.body.path);
  const both = await Promise.all(
    [password, `${password} too`].map((word) =>
      nobody(app)(invitations.accept, { body: { token, password: word } }),
    ),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([201, 410]);
});

test("a new invitation ends the earlier one", async () => {
  const { answer } = await invite();
  const userId = answer.body.user.id;
  const fresh = await admin(users.inviteAgain, { params: { userId } });
  expect(fresh.status).toBe(201);
  const old = { token: tokenIn(answer.body.path), password };
  expect((await nobody(app)(invitations.accept, { body: old })).status).toBe(410);
  const now = { token: tokenIn(fresh.body.path), password };
  expect((await nobody(app)(invitations.accept, { body: now })).status).toBe(201);
});

test("a mail address belongs to one colleague of a workspace", async () => {
  const { email } = await invite();
  const body = { email, name: "另一位", role: "analyst" as const, visibility: "all" as const };
  expect((await admin(users.invite, { body })).body.code).toBe("user.email_taken");
});

test("a role change takes effect on the next request, and is on record", async () => {
  const userId = await makeUser(await testWorld(), tenant, "admin");
  const colleague = await sessionOf(app, tenant, userId);
  expect((await colleague(audits.list)).status).toBe(200);
  const params = { userId };
  const edited = await admin(users.edit, {
    params,
    body: { role: "service" },
    headers: { "if-match": '"1"' },
  });
  expect(edited.body).toMatchObject({ role: "service", version: 2 });
  expect((await colleague(audits.list)).status).toBe(403);
  const { body } = await admin(audits.list, { query: { act: "user.edited", subjectId: userId } });
  expect(body.items[0]).toMatchObject({ detail: { role: "service" }, actor: { name: "admin" } });
});

test("an edit names the version it saw: none 428, an old one 412, whoever comes second loses", async () => {
  const userId = await makeUser(await testWorld(), tenant, "manager");
  const edit = (name: string, headers: Record<string, string>) =>
    admin(users.edit, { params: { userId }, body: { name }, headers });
  expect((await edit("甲", {})).status).toBe(428);
  const got = await admin(users.get, { params: { userId } });
  const etag = String(got.headers.etag);
  expect(etag).toBe('"1"');
  const both = await Promise.all([
    edit("甲", { "if-match": etag }),
    edit("乙", { "if-match": etag }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect((await edit("丙", { "if-match": "*" })).status).toBe(200);
  expect((await edit("丁", { "if-match": "rubbish" })).status).toBe(412);
});

test("the last administrator keeps role and access, even when two leave at once", async () => {
  const own = await makeTenant(await testWorld());
  const second = await makeUser(await testWorld(), own, "admin");
  await withTenant(app.database, own.scope, (tx) =>
    tx
      .updateTable("app_user")
      .set({ password_hash: "x" })
      .where("tenant_id", "=", own.tenantId)
      .execute(),
  );
  const callers = [
    await sessionOf(app, own, own.adminUserId),
    await sessionOf(app, own, second),
  ] as const;
  const step = (caller: TestCaller, userId: string) =>
    caller(users.edit, {
      params: { userId },
      body: { role: "analyst" },
      headers: { "if-match": "*" },
    });
  const both = await Promise.all([step(callers[0], own.adminUserId), step(callers[1], second)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(both.find(({ status }) => status === 409)?.body.code).toBe("user.last_admin");
});

test("nobody closes their own access", async () => {
  const params = { userId: tenant.adminUserId };
  const second = await makeUser(await testWorld(), tenant, "admin");
  await withTenant(app.database, tenant.scope, (tx) =>
    tx.updateTable("app_user").set({ password_hash: "x" }).where("id", "=", second).execute(),
  );
  const answer = await admin(users.deactivate, { params, headers: { "if-match": "*" } });
  expect(answer.body.code).toBe("access.not_permitted");
});

test("a colleague who was closed out and let in again keeps name and role", async () => {
  const userId = await makeUser(await testWorld(), tenant, "service");
  const headers = { "if-match": "*" };
  await admin(users.deactivate, { params: { userId }, headers });
  const back = await admin(users.reactivate, { params: { userId }, headers });
  expect(back.body).toMatchObject({ role: "service", status: "invited", version: 3 });
});

test("the list pages by name and searches", async () => {
  const own = await makeTenant(await testWorld());
  for (const role of ["manager", "director", "sponsor"] as const) {
    await makeUser(await testWorld(), own, role);
  }
  const caller = await sessionOf(app, own, own.adminUserId);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await caller(users.list, { query: { limit: 2, cursor } });
    expect(body.total).toBe(4);
    seen.push(...body.items.map((item: { name: string }) => item.name));
    cursor = body.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual(["admin", "director", "manager", "sponsor"]);
  const { body } = await caller(users.list, { query: { q: "DIREC" } });
  expect(body.items.map((item: { role: string }) => item.role)).toEqual(["director"]);
});

test("the terminal's administrator link names a person and makes them administrator, once", async () => {
  const link = await createAdminLink(app.database, app.clock.now());
  const token = tokenIn(link.path);
  const bare = await nobody(app)(invitations.accept, { body: { token, password } });
  expect(bare.body.fields?.[0]).toMatchObject({ path: "email", problem: "required" });
  const email = `rescue-${tenant.tenantId}@example.test`;
  const body = { token, password, email, name: "救援" };
  const done = await nobody(app)(invitations.accept, { body });
  expect(done.body.user).toMatchObject({ email, role: "admin", name: "救援" });
  expect((await nobody(app)(invitations.accept, { body })).status).toBe(410);
});
