import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { sessions } from "@mainstay/contract/session";
import { singleSignOn } from "@mainstay/contract/single-sign-on";
import { users } from "@mainstay/contract/user";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { buildApp } from "../app.ts";
import { sessionOf, testConfig } from "../platform/http/test-app.ts";
import { testBrowser } from "../platform/http/test-browser.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";
import { makeUserWithPassword } from "../session/make-user-with-password.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { type Lie, startLyingProvider } from "./lying-provider.ts";
import { startTestProvider, testClient, type TestProvider } from "./test-provider.ts";

const origin = "https://kam.example.test";
let app: App;
let real: TestProvider;
let liar: Awaited<ReturnType<typeof startLyingProvider>>;

beforeAll(async () => {
  const { database } = await testWorld();
  app = await buildApp({ database, config: testConfig({ PUBLIC_URL: origin }) });
  real = await startTestProvider(
    {
      li: { email: "Li@Wanhua.cn", email_verified: true, name: "李明" },
      unverified: { email: "wang@wanhua.cn", email_verified: false, name: "王" },
      stranger: { email: "x@elsewhere.com", email_verified: true, name: "外人" },
      nomail: { name: "无邮箱" },
    },
    [`${origin}/sign-in/single-sign-on`],
  );
  liar = await startLyingProvider();
});
afterAll(async () => {
  await real.close();
  await liar.close();
});

const draft = (issuer: string) => ({
  label: "万华统一认证",
  issuer,
  clientId: testClient.id,
  clientSecret: testClient.secret,
  otherHosts: [] as string[],
  mailDomains: ["wanhua.cn"],
  makesUsers: false,
  newUserRole: "service" as const,
  isEnabled: true,
});

/** A workspace with a provider; `mail` is the address of its one manager. */
const workspace = async (issuer: string, change: object = {}, mail = "li@wanhua.cn") => {
  const person = await makeUserWithPassword();
  const { tenant, userId } = person;
  await withTenant(app.database, tenant.scope, (tx) =>
    tx
      .updateTable("app_user")
      .set({ email: mail })
      .where("tenant_id", "=", tenant.tenantId)
      .where("id", "=", userId)
      .execute(),
  );
  const admin = await sessionOf(app, tenant, tenant.adminUserId);
  const body = { ...draft(issuer), ...change };
  const { id, version } = (await admin(singleSignOn.create, { body })).body;
  return { ...person, admin, id, version, body, provider: `${tenant.tenantId}.${id}` };
};

/** Signs in at the real provider as somebody, in a browser of their own. */
const goReal = async (provider: string, login: string, to?: string) => {
  const browser = testBrowser(app);
  const started = await browser.call(singleSignOn.start, { body: { provider, to } });
  const back = await real.visit(started.body.url, login);
  const search = back.search;
  const answer = await browser.call(singleSignOn.complete, { body: { search } });
  return { ...browser, back, search, answer, started };
};

const goLying = async (provider: string, lie: Lie) => {
  const browser = testBrowser(app);
  const started = await browser.call(singleSignOn.start, { body: { provider } });
  const search = liar.goThrough(started.body.url);
  liar.tell(lie);
  const answer = await browser.call(singleSignOn.complete, { body: { search } });
  liar.tell({});
  return { ...browser, answer };
};

test("a colleague signs in by the company's own sign-in, is linked by the verified address once, and comes back to their page", async () => {
  const { provider, userId, tenant } = await workspace(real.issuer);
  const { answer, call, back, started } = await goReal(provider, "li", "/accounts?q=1");
  expect(`${back.origin}${back.pathname}`).toBe(`${origin}/sign-in/single-sign-on`);
  const asked = new URL(started.body.url).searchParams;
  expect(asked.get("code_challenge_method")).toBe("S256");
  expect(asked.get("nonce")).toBeTruthy();
  expect(answer.body).toMatchObject({ session: { user: { id: userId } }, to: "/accounts?q=1" });
  expect((await call(sessions.list)).body.items[0].method).toBe("single_sign_on");
  const world = await testWorld();
  expect((await auditOf(world, tenant, "user.linked", userId)).length).toBe(1);
  await askTenant(world, tenant, `update app_user set email = 'moved@x.cn' where id = '${userId}'`);
  expect((await goReal(provider, "li")).answer.body.session.user.id).toBe(userId);
  expect((await auditOf(world, tenant, "user.linked", userId)).length).toBe(1);
});

test("the page of signing in names enabled providers by label and nothing more", async () => {
  const { provider, admin, id, body } = await workspace(real.issuer, { label: "只此一家" });
  const mine = async () => {
    const { providers } = (await testBrowser(app).call(singleSignOn.options)).body;
    return providers.filter((one: { provider: string }) => one.provider === provider);
  };
  expect(await mine()).toEqual([{ provider, label: "只此一家" }]);
  const off = { ...body, isEnabled: false };
  await admin(singleSignOn.edit, {
    params: { providerId: id },
    body: off,
    headers: { "if-match": "*" },
  });
  expect(await mine()).toEqual([]);
  const start = await testBrowser(app).call(singleSignOn.start, { body: { provider } });
  expect(start.body.code).toBe("single_sign_on.not_found");
});

test("nobody comes in by an address unverified, unnamed, of another domain, unknown here, or of closed access", async () => {
  const { provider, admin, userId } = await workspace(real.issuer);
  const code = async (login: string) => (await goReal(provider, login)).answer.body.code;
  expect(await code("unverified")).toBe("single_sign_on.mail_unverified");
  expect(await code("nomail")).toBe("single_sign_on.mail_unverified");
  expect(await code("stranger")).toBe("single_sign_on.domain_not_allowed");
  const params = { userId };
  await admin(users.deactivate, { params, headers: { "if-match": "*" } });
  expect(await code("li")).toBe("single_sign_on.user_unknown");
  const other = await workspace(real.issuer, {}, "somebody.else@wanhua.cn");
  expect((await goReal(other.provider, "li")).answer.body.code).toBe("single_sign_on.user_unknown");
  expect((await goReal(other.provider, "li")).jar.has("mainstay_session")).toBe(false);
});

test("a linked colleague whose access was closed is out, and another account of the provider cannot take their place", async () => {
  const { provider, admin, userId, tenant } = await workspace(liar.issuer);
  expect((await goLying(provider, {})).answer.status).toBe(200);
  const usurper = await goLying(provider, { claims: { sub: "other", email: "li@wanhua.cn" } });
  expect(usurper.answer.body.code).toBe("single_sign_on.linked_otherwise");
  await admin(users.deactivate, { params: { userId }, headers: { "if-match": "*" } });
  expect((await goLying(provider, {})).answer.body.code).toBe("single_sign_on.user_unknown");
  expect((await auditOf(await testWorld(), tenant, "user.linked", userId)).length).toBe(1);
});

test("where the administrator wants it, somebody unknown becomes a user who sees their own accounts only", async () => {
  const change = { makesUsers: true, newUserRole: "manager" };
  const { provider, tenant, admin } = await workspace(real.issuer, change, "boss@wanhua.cn");
  const { answer } = await goReal(provider, "li");
  const { user } = answer.body.session;
  expect(user).toMatchObject({
    name: "李明",
    email: "li@wanhua.cn",
    role: "manager",
    visibility: "own",
  });
  expect((await admin(users.get, { params: { userId: user.id } })).body.status).toBe("active");
  const made = await auditOf(await testWorld(), tenant, "user.made_by_single_sign_on", user.id);
  expect(made[0]?.detail).toMatchObject({ role: "manager" });
  expect((await goReal(provider, "li")).answer.body.session.user.id).toBe(user.id);
});

test("a state of another start, a code without one, an error of the provider and a second use are refused", async () => {
  const { provider } = await workspace(real.issuer);
  const honest = await goReal(provider, "li");
  const { search } = honest;
  const again = await honest.call(singleSignOn.complete, { body: { search } });
  expect(again.body.code).toBe("session.step_expired");
  const victim = testBrowser(app);
  await victim.call(singleSignOn.start, { body: { provider } });
  const planted = await victim.call(singleSignOn.complete, { body: { search } });
  expect(planted.body.code).toBe("single_sign_on.refused");
  for (const odd of [
    "",
    "?code=x",
    "?error=access_denied&state=y",
    "?code=x&state=y",
    "nonsense",
  ]) {
    const browser = testBrowser(app);
    await browser.call(singleSignOn.start, { body: { provider } });
    const refused = await browser.call(singleSignOn.complete, { body: { search: odd } });
    expect(refused.body.code, odd).toBe("single_sign_on.refused");
    expect(browser.jar.has("mainstay_session")).toBe(false);
  }
});

test("an identity of another audience, issuer, nonce or time, forged, or without a subject is refused", async () => {
  const { provider } = await workspace(liar.issuer);
  expect((await goLying(provider, {})).answer.status).toBe(200);
  const old = Math.floor(Date.now() / 1000) - 3600;
  const lies: Lie[] = [
    { claims: { aud: "another-client" } },
    { claims: { aud: ["another-client", "a-third"] } },
    { claims: { iss: "https://evil.cn" } },
    { claims: { nonce: "another" } },
    { claims: { exp: old } },
    { claims: { sub: "" } },
    { isForged: true },
  ];
  for (const lie of lies) {
    const { answer, jar } = await goLying(provider, lie);
    expect(answer.body.code, JSON.stringify(lie)).toBe("single_sign_on.refused");
    expect(jar.has("mainstay_session")).toBe(false);
  }
});

test("only named hosts are asked: a description that points elsewhere is refused before anything is sent there", async () => {
  const bait: string[] = [];
  const elsewhere = createServer((request, response) => {
    bait.push(request.url ?? "");
    response.end("{}");
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  const host = `localhost:${(elsewhere.address() as AddressInfo).port}`;
  for (const endpoint of [
    "token_endpoint",
    "jwks_uri",
    "userinfo_endpoint",
    "authorization_endpoint",
  ]) {
    const { provider, admin, id } = await workspace(liar.issuer);
    liar.tell({ metadata: { [endpoint]: `http://${host}/x` } });
    const start = await testBrowser(app).call(singleSignOn.start, { body: { provider } });
    expect(start.body, endpoint).toMatchObject({
      code: "single_sign_on.host_not_allowed",
      params: { host },
    });
    const check = await admin(singleSignOn.check, { params: { providerId: id } });
    expect(check.body.code).toBe("single_sign_on.host_not_allowed");
  }
  const { provider } = await workspace(liar.issuer);
  liar.tell({ redirectTo: `http://${host}/.well-known/openid-configuration` });
  const redirected = await testBrowser(app).call(singleSignOn.start, { body: { provider } });
  expect(redirected.body.code).toBe("single_sign_on.unreachable");
  liar.tell({ metadata: { token_endpoint: `http://${host}/x` } });
  const named = await workspace(liar.issuer, { otherHosts: [host] });
  const fine = await testBrowser(app).call(singleSignOn.start, {
    body: { provider: named.provider },
  });
  expect(fine.status).toBe(200);
  liar.tell({});
  expect(bait).toEqual([]);
  elsewhere.close();
});

test("after signing in one lands on a page of ours, wherever the link wanted to lead", async () => {
  const { provider } = await workspace(real.issuer);
  for (const to of ["//evil.cn", "https://evil.cn/", "/\\evil.cn", "javascript:alert(1)"]) {
    expect((await goReal(provider, "li", to)).answer.body.to).toBe("/");
  }
});

test("a provider that does not answer, or not as one, is named as the reason; the page stays usable", async () => {
  const { provider, admin, id } = await workspace("http://localhost:1");
  const start = await testBrowser(app).call(singleSignOn.start, { body: { provider } });
  expect(start.status).toBe(502);
  expect(start.body.code).toBe("single_sign_on.unreachable");
  expect((await admin(singleSignOn.check, { params: { providerId: id } })).status).toBe(502);
  const fine = await workspace(real.issuer);
  const checked = await fine.admin(singleSignOn.check, { params: { providerId: fine.id } });
  expect(checked.body).toEqual({ isFine: true });
});

test("only administrators set it up; the secret is sealed, never shown, and kept when left out", async () => {
  const { admin, id, tenant, userId, body } = await workspace(real.issuer);
  const world = await testWorld();
  const params = { providerId: id };
  const headers = { "if-match": "*" };
  const [listed] = (await admin(singleSignOn.list)).body.items;
  expect(listed).toMatchObject({
    hasSecret: true,
    redirectUri: `${origin}/sign-in/single-sign-on`,
  });
  expect(JSON.stringify(listed)).not.toContain(testClient.secret);
  const { clientSecret: _, ...kept } = body;
  const edited = await admin(singleSignOn.edit, {
    params,
    body: { ...kept, label: "新名" },
    headers,
  });
  expect(edited.body).toMatchObject({ label: "新名", hasSecret: true, version: 2 });
  const none = await admin(singleSignOn.edit, {
    params,
    body: { ...kept, clientSecret: null },
    headers,
  });
  expect(none.body.hasSecret).toBe(false);
  const stale = await admin(singleSignOn.edit, {
    params,
    body: kept,
    headers: { "if-match": '"1"' },
  });
  expect(stale.body.code).toBe("request.version_conflict");
  const rows = await askTenant<{ row: string }>(
    world,
    tenant,
    "select p::text || encode(coalesce(client_secret_sealed, ''), 'escape') as row from oidc_provider p",
  );
  expect(JSON.stringify(rows)).not.toContain(testClient.secret);
  const manager = await sessionOf(app, tenant, userId);
  expect((await manager(singleSignOn.list)).status).toBe(403);
  expect((await manager(singleSignOn.create, { body })).status).toBe(403);
  const stranger = await makeUserWithPassword("admin");
  const foreign = await sessionOf(app, stranger.tenant, stranger.userId);
  const theirs = await foreign(singleSignOn.remove, { params });
  expect(theirs.body.code).toBe("single_sign_on.not_found");
  expect((await admin(singleSignOn.remove, { params })).status).toBe(204);
  for (const act of ["single_sign_on.added", "single_sign_on.edited", "single_sign_on.removed"]) {
    const written = await auditOf(world, tenant, act, id);
    expect(written.length, act).toBeGreaterThan(0);
    expect(JSON.stringify(written)).not.toContain(testClient.secret);
  }
});

test("an issuer that is no safe address, users of any domain, a doubled and a sixth provider are refused", async () => {
  const { admin, body } = await workspace(real.issuer);
  const create = async (change: object) =>
    (await admin(singleSignOn.create, { body: { ...body, ...change } })).body.code;
  for (const issuer of ["http://login.wanhua.cn", "ftp://a.cn", "https://a.cn?x", "x"]) {
    expect(await create({ issuer }), issuer).toBe("single_sign_on.issuer_invalid");
  }
  expect(await create({ makesUsers: true, mailDomains: [] })).toBe("single_sign_on.domains_needed");
  expect(await create({ newUserRole: "admin" })).toBe("request.invalid");
  expect(await create({})).toBe("single_sign_on.provider_taken");
  for (const clientId of ["2", "3", "4", "5"]) await create({ clientId });
  expect(await create({ clientId: "6" })).toBe("single_sign_on.too_many");
});

test("signing in by a page of another site is refused like every foreign write", async () => {
  const { provider } = await workspace(real.issuer);
  const headers = { origin: "https://evil.cn", "sec-fetch-site": "cross-site" };
  const browser = testBrowser(app);
  const start = await browser.call(singleSignOn.start, { body: { provider }, headers });
  expect(start.body.code).toBe("access.csrf_missing");
  const done = await browser.call(singleSignOn.complete, { body: { search: "?code=x" }, headers });
  expect(done.body.code).toBe("access.csrf_missing");
});
