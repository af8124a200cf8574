import type { Endpoint } from "@mainstay/contract/endpoint/endpoint";
import { apiPrefix } from "@mainstay/contract/endpoint/headers";
import { allEndpoints } from "@mainstay/contract/endpoints";
import { permissions } from "@mainstay/domain/access/permission";
import { tokenScopes } from "@mainstay/domain/access/token-scope";
import { userRoles } from "@mainstay/domain/user/user-role";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../http/app.ts";
import { everythingOf, foreignMark, makeForeignTenant } from "../http/foreign-records.ts";
import { sampleInput, sampleQuery } from "../http/sample-input.ts";
import { nobody, sessionOf, type TestCaller, testApp, tokenOf } from "../http/test-app.ts";
import { makeTenant, makeUser, type TestTenant } from "../test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../test-world/test-world.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let foreign: Awaited<ReturnType<typeof makeForeignTenant>>;

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  foreign = await makeForeignTenant(world);
});

/** Every id that an input asks for is the foreign workspace's. */
const foreignId = (name: string): string => {
  const { ids } = foreign;
  if (ids[name]) return ids[name];
  if (name.endsWith("UserId")) return ids.userId ?? "";
  if (/accountId/i.test(name) || name === "parentId") return ids.accountId ?? "";
  return ids.personId ?? "";
};

/** What an endpoint that takes a file is handed: a paper any of them could keep. */
const sampleFile = () => {
  const form = new FormData();
  form.set("file", new Blob(["%PDF-1.7\nsample"]), "sample.pdf");
  return form;
};

const call = (caller: TestCaller, endpoint: Endpoint) => {
  const { params, body: json } = sampleInput(endpoint, foreignId);
  const body = endpoint.upload ? sampleFile() : json;
  const query = sampleQuery(endpoint, foreignId, "spare");
  return caller(endpoint, { params, query, body, headers: { "if-match": "*" } } as object);
};

const hasId = (endpoint: Endpoint) =>
  [...endpoint.path.matchAll(/:(\w+)/g)].some(([, name]) => name?.endsWith("Id"));

/** Acts that end in "it is gone", whether it was there or not. */
const quietlyGone = new Set(["sessions.end"]);

test("every endpoint of the contract is served, once, and no other route of the API is", () => {
  const promised = allEndpoints.map(({ method, path }) => `${method} ${apiPrefix}${path}`);
  const served = app.routes
    .filter((route) => route.includes(` ${apiPrefix}/`) && !route.startsWith("HEAD "))
    .filter((route) => route !== `GET ${apiPrefix}/openapi.json`);
  expect(served.sort()).toEqual([...promised].sort());
  expect(new Set(promised).size).toBe(promised.length);
  expect(new Set(allEndpoints.map(({ id }) => id)).size).toBe(allEndpoints.length);
});

test("nobody gets anything but a request to sign in, except where the contract says public", async () => {
  const wrong: string[] = [];
  for (const endpoint of app.served) {
    const answer = await call(nobody(app), endpoint);
    const fits = endpoint.allow === "public" ? answer.status < 500 : answer.status === 401;
    if (!fits) wrong.push(`${endpoint.id} ${answer.status}`);
  }
  expect(wrong).toEqual([]);
});

test("each role is refused what it may not do, and finds nothing of another workspace in what it may", async () => {
  const before = await everythingOf(world, foreign.tenant);
  const wrong: string[] = [];
  for (const role of userRoles) {
    const userId = await makeUser(world, tenant, role);
    for (const endpoint of app.served) {
      const { allow } = endpoint;
      if (allow === "public") continue;
      const answer = await call(await sessionOf(app, tenant, userId), endpoint);
      const words = `${role} ${endpoint.id} ${answer.status} ${answer.body?.code ?? ""}`;
      if (JSON.stringify(answer.body ?? "").includes(foreignMark)) wrong.push(`LEAK ${words}`);
      if (answer.status >= 500) wrong.push(words);
      const isAllowed =
        allow === "signed_in" || (permissions[allow].roles as readonly string[]).includes(role);
      if (!isAllowed && answer.status !== 403) wrong.push(words);
      const isRefused = answer.status === 404 || answer.status === 422;
      if (isAllowed && hasId(endpoint) && !isRefused && !quietlyGone.has(endpoint.id)) {
        wrong.push(words);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(await everythingOf(world, foreign.tenant)).toBe(before);
}, 600_000);

test("a token without the scope of an act is refused, whatever its user may do", async () => {
  const admin = await makeUser(world, tenant, "admin");
  const wrong: string[] = [];
  for (const endpoint of app.served) {
    const { allow, method } = endpoint;
    if (allow === "public") continue;
    const needed =
      allow === "signed_in" ? (method === "GET" ? "read" : "write") : permissions[allow].scope;
    const others = tokenScopes.filter((scope) => scope !== needed);
    const answer = await call(await tokenOf(app, tenant, admin, others), endpoint);
    if (answer.status !== 403) wrong.push(`${endpoint.id} ${answer.status}`);
  }
  expect(wrong).toEqual([]);
});
