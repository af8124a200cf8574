import { accessTokens } from "@mainstay/contract/access-token";
import { audits } from "@mainstay/contract/audit";
import { sessions } from "@mainstay/contract/session";
import { workspaces } from "@mainstay/contract/setting";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { nobody, sessionOf, testApp, tokenOf } from "../platform/http/test-app.ts";
import { makeTenant, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { testDay } from "../platform/test-world/test-day.ts";
import { testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let tenant: TestTenant;
beforeAll(async () => {
  app = await testApp();
  tenant = await makeTenant(await testWorld());
});

const make = async (body: { scopes: ("read" | "write" | "admin")[]; expiresOn: string | null }) => {
  const admin = await sessionOf(app, tenant, tenant.adminUserId);
  return admin(accessTokens.create, { body: { name: "报表", ...body } });
};

test("a token is shown once, works within its scopes, and is on record without its secret", async () => {
  const made = await make({ scopes: ["read"], expiresOn: null });
  expect(made.status).toBe(201);
  expect(made.body.secret).toMatch(/^mst_[0-9a-f]{32}_[\w-]{43}$/);
  const headers = { authorization: `Bearer ${made.body.secret}` };
  expect((await nobody(app)(workspaces.get, { headers })).status).toBe(200);
  const edit = await nobody(app)(workspaces.edit, { body: { name: "改名" }, headers });
  expect(edit.body.code).toBe("access.scope_missing");
  const admin = await sessionOf(app, tenant, tenant.adminUserId);
  const listed = await admin(accessTokens.list);
  expect(JSON.stringify(listed.body)).not.toContain(made.body.secret.slice(-43));
  const { body } = await admin(audits.list, { query: { act: "access_token.created" } });
  expect(body.items.length).toBeGreaterThan(0);
  expect(JSON.stringify(body)).not.toContain(made.body.secret.slice(-43));
});

test("a revoked token is refused at once", async () => {
  const made = await make({ scopes: ["read"], expiresOn: null });
  const headers = { authorization: `Bearer ${made.body.secret}` };
  expect((await nobody(app)(sessions.current, { headers })).status).toBe(200);
  const admin = await sessionOf(app, tenant, tenant.adminUserId);
  const params = { tokenId: made.body.token.id };
  expect((await admin(accessTokens.revoke, { params })).status).toBe(204);
  expect((await nobody(app)(sessions.current, { headers })).status).toBe(401);
  expect((await admin(accessTokens.revoke, { params })).body.code).toBe("token.not_found");
});

test("a token makes no tokens, whatever its scopes", async () => {
  const caller = await tokenOf(app, tenant, tenant.adminUserId, ["read", "write", "admin"]);
  const body = { name: "更多", scopes: ["admin" as const], expiresOn: null };
  expect((await caller(accessTokens.create, { body })).body.code).toBe("access.scope_missing");
});

test("an expiry in the past, today or beyond two years is refused", async () => {
  for (const expiresOn of ["2000-01-01", testDay(), "2099-01-01"]) {
    const answer = await make({ scopes: ["read"], expiresOn });
    expect(answer.body.code).toBe("token.expiry_invalid");
  }
});

test("what is no token is refused, and never falls back to the cookie", async () => {
  const admin = await sessionOf(app, tenant, tenant.adminUserId);
  const shapes = ["Bearer x", "Basic eDp5", "Bearer mst_00_x", `Bearer mst_${"0".repeat(32)}_`, ""];
  for (const authorization of shapes) {
    expect((await admin(sessions.current, { headers: { authorization } })).status).toBe(401);
  }
});
