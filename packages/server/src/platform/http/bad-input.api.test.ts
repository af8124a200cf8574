import { connect } from "node:net";
import { csrfHeader } from "@mainstay/contract/endpoint/headers";
import { savedViews } from "@mainstay/contract/saved-view";
import { sessions } from "@mainstay/contract/session";
import { workspaces } from "@mainstay/contract/setting";
import { users } from "@mainstay/contract/user";
import { beforeAll, expect, test } from "vitest";
import { buildApp } from "../../app.ts";
import { makeTenant, type TestTenant } from "../test-world/make-tenant.ts";
import { testWorld } from "../test-world/test-world.ts";
import type { App } from "./app.ts";
import { nobody, sessionOf, type TestCaller, testApp, testConfig, tokenOf } from "./test-app.ts";

let app: App;
let tenant: TestTenant;
let admin: TestCaller;
let bearer: string;
beforeAll(async () => {
  app = await testApp();
  tenant = await makeTenant(await testWorld());
  admin = await sessionOf(app, tenant, tenant.adminUserId);
  const keys = await tokenOf(app, tenant, tenant.adminUserId, ["read", "write", "admin"]);
  const { body } = await keys(sessions.current);
  bearer = body.user.id;
});

/** A raw request with a session of its own, for what a typed call cannot say. */
const raw = async (options: {
  method?: "GET" | "POST" | "PATCH" | "TRACE" | "PUT";
  url: string;
  payload?: string | Buffer;
  type?: string;
  headers?: Record<string, string>;
}) =>
  app.http.inject({
    method: (options.method ?? "POST") as "POST",
    url: options.url,
    headers: {
      ...(options.type === "" ? {} : { "content-type": options.type ?? "application/json" }),
      ...options.headers,
    },
    ...(options.payload === undefined ? {} : { payload: options.payload }),
  });

test("an unknown path is 404, a known path with another method is 405 and names the methods", async () => {
  const unknown = await raw({ method: "GET", url: "/api/v1/nothing-here", type: "" });
  expect(unknown.json()).toMatchObject({ status: 404, code: "request.not_found" });
  expect(unknown.headers["content-type"]).toContain("application/problem+json");
  const wrong = await raw({ method: "PUT", url: "/api/v1/users", payload: "{}" });
  expect(wrong.json()).toMatchObject({ status: 405, code: "request.method_unknown" });
  expect(String(wrong.headers.allow).split(", ").sort()).toEqual(["GET", "POST"]);
});

test("a broken address is refused in our own form", async () => {
  const answer = await raw({ method: "GET", url: "/api/v1/users/%E0%A4%A", type: "" });
  expect(answer.statusCode).toBeLessThan(500);
  expect(answer.json().requestId).toBeTruthy();
});

test("broken JSON, an empty body and a poisoned prototype are refused", async () => {
  const url = "/api/v1/session";
  for (const payload of [
    '{"email":',
    "",
    '{"__proto__":{"a":1},"email":"a@b.cn","password":"x"}',
  ]) {
    const answer = await raw({ url, payload });
    expect(answer.statusCode, payload).toBe(400);
    expect(answer.json().code).toMatch(/^request\.(body_unreadable|invalid)$/);
  }
});

test("another media type is 415, and says what is expected", async () => {
  const answer = await raw({ url: "/api/v1/session", payload: "<a/>", type: "application/xml" });
  expect(answer.json()).toMatchObject({ status: 415, code: "request.media_unknown" });
  expect(answer.json().detail).toContain("application/json");
});

test("a body over the limit is 413, before anything is read into the application", async () => {
  const payload = JSON.stringify({ email: "a@b.cn", password: "x".repeat(1_100_000) });
  const answer = await raw({ url: "/api/v1/session", payload });
  expect(answer.json()).toMatchObject({ status: 413, code: "request.too_large" });
  expect(answer.json().detail).toContain("1024 KB");
});

test("a caller without rights is refused before the body is looked at", async () => {
  const answer = await raw({ url: "/api/v1/users", payload: "not json" });
  expect(answer.statusCode).toBe(401);
});

test("every wrong field is named with its place, its problem and words in the caller's language", async () => {
  const body = { email: "no mail", name: "", role: "king", visibility: "own" } as never;
  const english = await admin(users.invite, { body, headers: { "accept-language": "en-GB,en" } });
  expect(english.body.code).toBe("request.invalid");
  expect(
    english.body.fields.map(({ path, problem }: { path: string; problem: string }) => [
      path,
      problem,
    ]),
  ).toEqual([
    ["email", "wrong_form"],
    ["name", "too_short"],
    ["role", "unknown_value"],
  ]);
  expect(english.body.fields[2].detail).toContain("manager, director");
  const chinese = await admin(users.invite, { body, headers: { "accept-language": "zh-TW" } });
  expect(chinese.body.detail).toMatch(/[一-龥]/);
  const missing = await admin(users.invite, { body: {} as never });
  expect(missing.body.fields[0]).toMatchObject({ in: "body", path: "email", problem: "required" });
});

test("U+0000 is refused wherever it stands: in a field, deep in free JSON, in the address", async () => {
  const name = await admin(workspaces.edit, { body: { name: "a\u0000b" } });
  expect(name.body.fields[0].problem).toBe("nul_character");
  const body = { place: "accounts" as const, name: "v", query: { q: { deep: "a\u0000" } } };
  const deep = await admin(savedViews.save, { body });
  expect(deep.body).toMatchObject({ status: 400, code: "request.invalid" });
  const query = await admin(users.list, { query: { q: "a\u0000" } });
  expect(query.status).toBe(400);
  const path = await raw({ method: "GET", url: "/api/v1/users/%00", type: "" });
  expect(path.statusCode).toBeLessThan(500);
});

test("an unexpected failure answers 500 with a request id and nothing of its inside", async () => {
  const client = {
    on: () => {},
    off: () => {},
    release: () => {},
    listenerCount: () => 1,
    query: async () => {
      throw new TypeError("secret detail in /var/x");
    },
  };
  const broken = await buildApp({
    database: { pool: { connect: async () => client } as never, end: async () => {} },
    config: testConfig(),
  });
  const answer = await nobody(broken)(sessions.signIn, {
    body: { email: "a@b.cn", password: "x" },
    headers: { "accept-language": "en" },
  });
  expect(answer.body).toMatchObject({ status: 500, code: "server.failed" });
  expect(JSON.stringify(answer.body)).not.toContain("secret");
  expect(answer.body.requestId).toBeTruthy();
  await broken.http.close();
});

test("too many requests get 429 and the seconds to wait; others are not held up", async () => {
  const { database } = await testWorld();
  const config = testConfig({ REQUESTS_PER_MINUTE: "5", PUBLIC_REQUESTS_PER_MINUTE: "3" });
  const limited = await buildApp({ database, config });
  const caller = await sessionOf(limited, tenant, tenant.adminUserId);
  const statuses = [];
  for (let call = 0; call < 7; call++) statuses.push((await caller(sessions.current)).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
  const refused = await caller(sessions.current);
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  const guess = { headers: { cookie: `mainstay_session=${tenant.tenantId}.${"b".repeat(43)}` } };
  const guesses = [];
  for (let call = 0; call < 5; call++)
    guesses.push((await nobody(limited)(sessions.current, guess)).status);
  expect(guesses).toEqual([401, 401, 401, 429, 429]);
  await limited.http.close();
});

test("a body that dribbles in is cut off with 408 while others are served", async () => {
  const { database } = await testWorld();
  const slow = await buildApp({ database, config: testConfig(), slowBodyMs: 150 });
  await slow.http.listen({ port: 0, host: "127.0.0.1" });
  const { port } = slow.http.server.address() as { port: number };
  const socket = connect(port, "127.0.0.1");
  socket.write(
    `POST /api/v1/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{`,
  );
  const text = await new Promise<string>((resolve) => {
    let heard = "";
    socket.on("data", (chunk) => (heard += chunk));
    socket.on("close", () => resolve(heard));
    socket.on("error", () => {});
  });
  expect(text).toContain("408");
  expect(text).toContain("request.too_slow");
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  await slow.http.close();
});

test("an unchanged list costs 304; a record answers with its version as ETag", async () => {
  const first = await admin(users.list);
  const etag = String(first.headers.etag);
  const second = await admin(users.list, { headers: { "if-none-match": etag } });
  expect(second.status).toBe(304);
  expect(second.body).toBeUndefined();
  const one = await admin(users.get, { params: { userId: bearer } });
  expect(one.headers.etag).toBe('"1"');
});

test("no answer may run foreign or inline scripts, or be framed", async () => {
  const { headers } = await raw({ method: "GET", url: "/api/docs", type: "" });
  const policy = String(headers["content-security-policy"]);
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain("http");
  expect(headers["x-frame-options"]).toBe("DENY");
  expect(headers["strict-transport-security"]).toBeUndefined();
});

test("the header against forged requests may have any value but must be there", async () => {
  const plain = await app.http.inject({
    method: "POST",
    url: "/api/v1/session",
    headers: { origin: "https://evil.example", [csrfHeader]: "1" },
    payload: { email: "a@b.cn", password: "x" },
  });
  expect(plain.json().code).toBe("access.csrf_missing");
});
