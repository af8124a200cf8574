import { secondFactors } from "@mainstay/contract/second-factor";
import { sessions } from "@mainstay/contract/session";
import { workspaces } from "@mainstay/contract/setting";
import { tasks } from "@mainstay/contract/task";
import { invitations, users } from "@mainstay/contract/user";
import { beforeAll, expect, test } from "vitest";
import { buildApp } from "../app.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, testConfig, tokenOf } from "../platform/http/test-app.ts";
import { testBrowser } from "../platform/http/test-browser.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";
import {
  makeUserWithPassword,
  testPassword as password,
} from "../session/make-user-with-password.ts";
import { codeAt } from "./one-time-code.ts";

let app: App;
let now = new Date("2026-11-22T08:00:00Z");
const pass = (ms: number) => {
  now = new Date(now.getTime() + ms);
};

beforeAll(async () => {
  const { database } = await testWorld();
  app = await buildApp({ database, config: testConfig(), clock: { now: () => now } });
});

const firstStep = async (email: string) => {
  const browser = testBrowser(app);
  const answer = await browser.call(sessions.signIn, { body: { email, password } });
  return { ...browser, answer };
};

/** A person with an authenticator: what it shows, and the recovery codes they wrote down. */
const enrolled = async (role: "manager" | "admin" = "manager") => {
  const person = await makeUserWithPassword(role);
  const { call, jar } = await firstStep(person.email);
  const begun = await call(secondFactors.begin, { body: { password } });
  const { secret } = begun.body as { secret: string };
  const before = jar.get("mainstay_session");
  const confirmed = await call(secondFactors.confirm, { body: { code: codeAt(secret, now) } });
  pass(30_000);
  return {
    ...person,
    call,
    secret,
    begun,
    confirmed,
    before,
    after: jar.get("mainstay_session"),
    recoveryCodes: confirmed.body.recoveryCodes as string[],
    show: () => codeAt(secret, now),
  };
};

test("a second factor is on once its first code was right; the session gets a new secret and ten codes are shown", async () => {
  const person = await enrolled();
  expect(person.begun.status).toBe(201);
  expect(person.begun.body.qrSvg).toContain("<svg");
  expect(person.begun.body.uri).toContain(person.secret);
  expect(person.recoveryCodes.length).toBe(10);
  expect(person.after).not.toBe(person.before);
  const state = await person.call(secondFactors.get);
  expect(state.body).toMatchObject({ isOn: true, recoveryCodesLeft: 10, isDemanded: false });
  const again = await person.call(secondFactors.begin, { body: { password } });
  expect(again.body.code).toBe("second_factor.already_on");
  const world = await testWorld();
  const acts = await auditOf(world, person.tenant, "second_factor.turned_on", person.userId);
  expect(acts.length).toBe(1);
  expect(JSON.stringify(acts)).not.toContain(person.secret);
});

test("neither the secret nor a recovery code stands in the database as it is", async () => {
  const person = await enrolled();
  const rows = await askTenant<{ row: string }>(
    await testWorld(),
    person.tenant,
    "select encode(secret_sealed, 'escape') as row from second_factor union all select encode(code_hash, 'escape') from recovery_code",
  );
  expect(rows.length).toBe(11);
  const kept = JSON.stringify(rows);
  for (const secret of [person.secret, ...person.recoveryCodes]) expect(kept).not.toContain(secret);
});

test("with the second factor on, the password alone opens nothing; the code then does, once", async () => {
  const person = await enrolled();
  const { call, jar, answer } = await firstStep(person.email);
  expect(answer.body).toEqual({ needs: "code" });
  expect(jar.has("mainstay_session")).toBe(false);
  expect((await call(sessions.current)).status).toBe(401);
  const code = person.show();
  const signedIn = await call(secondFactors.signIn, { body: { code } });
  expect(signedIn.body.user.id).toBe(person.userId);
  const [mine] = (await call(sessions.list)).body.items;
  expect(mine.method).toBe("code");

  const replay = await firstStep(person.email);
  const refused = await replay.call(secondFactors.signIn, { body: { code } });
  expect(refused.body.code).toBe("session.code_wrong");
  pass(30_000);
  const next = await replay.call(secondFactors.signIn, { body: { code: person.show() } });
  expect(next.status).toBe(200);
});

test("two at once with one code: one gets in", async () => {
  const person = await enrolled();
  const browsers = await Promise.all([1, 2, 3, 4].map(() => firstStep(person.email)));
  const code = person.show();
  const answers = await Promise.all(
    browsers.map(({ call }) => call(secondFactors.signIn, { body: { code } })),
  );
  expect(answers.filter(({ status }) => status === 200).length).toBe(1);
});

test("a recovery code works once, however it is typed", async () => {
  const person = await enrolled();
  const [code = ""] = person.recoveryCodes;
  const typed = code.toUpperCase().replaceAll("-", " ");
  const first = await firstStep(person.email);
  expect((await first.call(secondFactors.signIn, { body: { code: typed } })).status).toBe(200);
  expect((await first.call(secondFactors.get)).body.recoveryCodesLeft).toBe(9);
  const second = await firstStep(person.email);
  const again = await second.call(secondFactors.signIn, { body: { code } });
  expect(again.body.code).toBe("session.code_wrong");
});

test("wrong codes count with wrong passwords, and a right password between them forgives none", async () => {
  const person = await enrolled();
  const browser = await firstStep(person.email);
  for (let i = 1; i <= 4; i++) {
    const answer = await browser.call(secondFactors.signIn, { body: { code: "000000" } });
    expect(answer.body.code).toBe("session.code_wrong");
    if (i < 4) expect((await firstStep(person.email)).answer.body).toEqual({ needs: "code" });
  }
  await testBrowser(app).call(sessions.signIn, { body: { email: person.email, password: "no" } });
  const locked = await browser.call(secondFactors.signIn, { body: { code: person.show() } });
  expect(locked.body.code).toBe("session.locked_out");
  const world = await testWorld();
  expect((await auditOf(world, person.tenant, "user.locked_out", person.userId)).length).toBe(1);
  pass(61_000);
  const later = await firstStep(person.email);
  expect((await later.call(secondFactors.signIn, { body: { code: person.show() } })).status).toBe(
    200,
  );
});

test("the second step ends after five minutes, with another password, and with closed access", async () => {
  const person = await enrolled();
  const admin = await sessionOf(app, person.tenant, person.tenant.adminUserId);
  const none = await testBrowser(app).call(secondFactors.signIn, { body: { code: "123456" } });
  expect(none.body.code).toBe("session.step_expired");

  const slow = await firstStep(person.email);
  pass(5 * 60_000);
  const late = await slow.call(secondFactors.signIn, { body: { code: person.show() } });
  expect(late.body.code).toBe("session.step_expired");

  const closed = await firstStep(person.email);
  const params = { userId: person.userId };
  await admin(users.deactivate, { params, headers: { "if-match": "*" } });
  const refused = await closed.call(secondFactors.signIn, { body: { code: person.show() } });
  expect(refused.body.code).toBe("session.step_expired");
});

test("a link to choose a new password does not get past the second factor", async () => {
  const person = await enrolled();
  const admin = await sessionOf(app, person.tenant, person.tenant.adminUserId);
  const before = await firstStep(person.email);
  const { body } = await admin(users.inviteAgain, { params: { userId: person.userId } });
  const token = String(body.path).split("#")[1] ?? "";
  const browser = testBrowser(app);
  const accepted = await browser.call(invitations.accept, {
    body: { token, password: "another long password" },
  });
  expect(accepted.body).toEqual({ needs: "code" });
  expect((await browser.call(sessions.current)).status).toBe(401);
  const stale = await before.call(secondFactors.signIn, { body: { code: person.show() } });
  expect(stale.body.code).toBe("session.step_expired");
  const signedIn = await browser.call(secondFactors.signIn, { body: { code: person.show() } });
  expect(signedIn.status).toBe(200);
});

test("turning it off and new recovery codes need the password, and a session of one's own", async () => {
  const person = await enrolled();
  for (const act of [secondFactors.remove, secondFactors.renewCodes] as const) {
    for (const body of [{}, { password: "wrong" }]) {
      expect((await person.call(act, { body })).body.code).toBe("session.password_wrong");
    }
    const token = await tokenOf(app, person.tenant, person.userId, ["read", "write", "admin"]);
    expect((await token(act, { body: { password } })).body.code).toBe("access.scope_missing");
  }
  const renewed = await person.call(secondFactors.renewCodes, { body: { password } });
  expect(renewed.body.recoveryCodes.length).toBe(10);
  const old = await firstStep(person.email);
  const [code = ""] = person.recoveryCodes;
  expect((await old.call(secondFactors.signIn, { body: { code } })).status).toBe(401);
  // The five wrong ones so far have closed sign-in for a minute.
  pass(61_000);
  expect((await person.call(secondFactors.remove, { body: { password } })).status).toBe(204);
  expect((await firstStep(person.email)).answer.body.user.id).toBe(person.userId);
  const world = await testWorld();
  for (const act of ["second_factor.codes_renewed", "second_factor.turned_off"]) {
    expect((await auditOf(world, person.tenant, act, person.userId)).length, act).toBe(1);
  }
});

test("a workspace may demand it of roles: until it is set up nothing else is open, afterwards it stays on", async () => {
  const person = await makeUserWithPassword("manager");
  const admin = await sessionOf(app, person.tenant, person.tenant.adminUserId);
  const { call } = await firstStep(person.email);
  expect((await call(tasks.list)).status).toBe(200);
  const demand = await admin(workspaces.edit, { body: { secondFactorRoles: ["manager"] } });
  expect(demand.body.secondFactorRoles).toEqual(["manager"]);

  expect((await call(sessions.current)).body.needsSecondFactor).toBe(true);
  expect((await call(tasks.list)).body.code).toBe("access.second_factor_needed");
  expect((await call(sessions.list)).body.code).toBe("access.second_factor_needed");
  const { secret } = (await call(secondFactors.begin, { body: { password } })).body;
  await call(secondFactors.confirm, { body: { code: codeAt(secret, now) } });
  expect((await call(tasks.list)).status).toBe(200);
  expect((await call(sessions.current)).body.needsSecondFactor).toBe(false);
  const off = await call(secondFactors.remove, { body: { password } });
  expect(off.body.code).toBe("second_factor.demanded");
});

test("for a lost phone an administrator starts a colleague anew; nobody does so for themselves or for others' workspaces", async () => {
  const person = await enrolled();
  const world = await testWorld();
  const admin = await sessionOf(app, person.tenant, person.tenant.adminUserId);
  const params = { userId: person.userId };
  expect((await admin(users.get, { params })).body).toMatchObject({
    guard: { hasSecondFactor: true, passkeys: 0 },
    can: { resetSecondFactor: true, endSessions: true, unlock: false },
  });
  expect((await person.call(users.resetSecondFactor, { params })).status).toBe(403);
  const stranger = await makeUserWithPassword("admin");
  const foreign = await sessionOf(app, stranger.tenant, stranger.userId);
  expect((await foreign(users.resetSecondFactor, { params })).body.code).toBe("user.not_found");

  const reset = await admin(users.resetSecondFactor, { params });
  expect(reset.body.guard).toEqual({ hasSecondFactor: false, passkeys: 0 });
  expect((await person.call(sessions.current)).status).toBe(401);
  expect((await firstStep(person.email)).answer.body.user.id).toBe(person.userId);
  const acts = await auditOf(world, person.tenant, "user.second_factor_reset", person.userId);
  expect(acts[0]?.actor_user_id).toBe(person.tenant.adminUserId);
  const self = { userId: person.tenant.adminUserId };
  expect((await admin(users.resetSecondFactor, { params: self })).status).toBe(403);
});
