import { sessions } from "@mainstay/contract/session";
import { users } from "@mainstay/contract/user";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { sessionOf, testApp } from "../platform/http/test-app.ts";
import { testBrowser } from "../platform/http/test-browser.ts";
import { auditOf } from "../platform/test-world/ask-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";
import {
  makeUserWithPassword,
  testPassword as password,
} from "../session/make-user-with-password.ts";

let app: App;
beforeAll(async () => {
  app = await testApp();
});

const signedIn = async (email: string) => {
  const { call } = testBrowser(app);
  await call(sessions.signIn, { body: { email, password } });
  return call;
};

test("an administrator sees where a colleague is signed in and ends one or all of it, on record", async () => {
  const person = await makeUserWithPassword();
  const [first, second] = [await signedIn(person.email), await signedIn(person.email)];
  const admin = await sessionOf(app, person.tenant, person.tenant.adminUserId);
  const params = { userId: person.userId };
  const { items } = (await admin(users.sessions, { params })).body;
  expect(items.map((one: { method: string; isCurrent: boolean }) => one)).toMatchObject([
    { method: "password", isCurrent: false },
    { method: "password", isCurrent: false },
  ]);
  const [{ id: mine }] = (await first(sessions.list)).body.items.filter(
    (one: { isCurrent: boolean }) => one.isCurrent,
  );
  const ended = await admin(users.endSession, { params: { ...params, sessionId: mine } });
  expect(ended.status).toBe(204);
  expect((await first(sessions.current)).status).toBe(401);
  expect((await second(sessions.current)).status).toBe(200);
  expect((await admin(users.endSessions, { params })).status).toBe(204);
  expect((await second(sessions.current)).status).toBe(401);
  const world = await testWorld();
  expect((await auditOf(world, person.tenant, "session.ended", mine)).length).toBe(1);
  const all = await auditOf(world, person.tenant, "user.sessions_ended", person.userId);
  expect(all[0]?.actor_user_id).toBe(person.tenant.adminUserId);
});

test("a session is ended only by the name of the user it belongs to", async () => {
  const person = await makeUserWithPassword();
  const call = await signedIn(person.email);
  const [{ id: sessionId }] = (await call(sessions.list)).body.items;
  const admin = await sessionOf(app, person.tenant, person.tenant.adminUserId);
  const other = { userId: person.tenant.adminUserId, sessionId };
  await admin(users.endSession, { params: other });
  expect((await call(sessions.current)).status).toBe(200);
});

test("a closed sign-in shows, and an administrator opens it", async () => {
  const person = await makeUserWithPassword();
  const { call } = testBrowser(app);
  const wrong = { email: person.email, password: "wrong" };
  for (let i = 0; i < 5; i++) await call(sessions.signIn, { body: wrong });
  const admin = await sessionOf(app, person.tenant, person.tenant.adminUserId);
  const params = { userId: person.userId };
  const seen = (await admin(users.get, { params })).body;
  expect(seen).toMatchObject({ isLockedOut: true, can: { unlock: true } });
  const opened = (await admin(users.unlock, { params })).body;
  expect(opened).toMatchObject({ isLockedOut: false, can: { unlock: false } });
  const answer = await call(sessions.signIn, { body: { email: person.email, password } });
  expect(answer.status).toBe(200);
  const world = await testWorld();
  expect((await auditOf(world, person.tenant, "user.unlocked", person.userId)).length).toBe(1);
});

test("colleagues and other workspaces neither see nor end sessions, nor see how a sign-in is guarded", async () => {
  const person = await makeUserWithPassword();
  const call = await signedIn(person.email);
  const colleague = await makeUserWithPassword("director", person.tenant);
  const director = await sessionOf(app, person.tenant, colleague.userId);
  const stranger = await makeUserWithPassword("admin");
  const foreign = await sessionOf(app, stranger.tenant, stranger.userId);
  const params = { userId: person.userId };
  for (const act of [users.sessions, users.endSessions, users.unlock, users.resetSecondFactor]) {
    expect((await director(act, { params })).status, act.id).toBe(403);
    expect((await foreign(act, { params })).body.code, act.id).toBe("user.not_found");
  }
  expect((await director(users.get, { params })).body.guard).toBeNull();
  expect((await call(sessions.current)).status).toBe(200);
});
