import type { BodyOf, Endpoint, ParamsOf, QueryOf } from "@mainstay/contract/endpoint/endpoint";
import { apiPrefix, csrfHeader, sessionCookie } from "@mainstay/contract/endpoint/headers";
import type { TokenScope } from "@mainstay/domain/access/token-scope";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { z } from "zod";
import { buildApp } from "../../app.ts";
import { hashSecret, newSecret, writeAccessToken, writeDotted } from "../access/credential.ts";
import { newId } from "../clock/new-id.ts";
import { readConfig } from "../config/read-config.ts";
import { withTenant } from "../db/open-transaction.ts";
import { systemScope } from "../db/tenant-scope.ts";
import { newSealingKey } from "../secrets/key-ring.ts";
import { testWorld } from "../test-world/test-world.ts";
import type { App } from "./app.ts";

const key = Symbol.for("mainstay.testApp");
const shelf = globalThis as { [key]?: Promise<App> };

/** The application on this worker's test database, without rate limits; shared, so never close it. */
export const testApp = (): Promise<App> => {
  shelf[key] ??= testWorld().then(({ database }) => buildApp({ database, config: testConfig() }));
  return shelf[key];
};

const sealingKeys = newSealingKey().secret.toString("base64");

export const testConfig = (env: Record<string, string> = {}) =>
  readConfig({
    LOG_LEVEL: "silent",
    REQUESTS_PER_MINUTE: "0",
    PUBLIC_REQUESTS_PER_MINUTE: "0",
    MAINSTAY_KEY: sealingKeys,
    ...env,
  });

export interface TestAnswer<Body = unknown> {
  readonly status: number;
  readonly body: Body;
  /** The body as it came, for what is no UTF-8. */
  readonly bytes: Buffer;
  readonly headers: Record<string, string | string[] | number | undefined>;
}

interface CallInput<E> {
  readonly params?: ParamsOf<E>;
  readonly query?: QueryOf<E>;
  readonly body?: BodyOf<E>;
  readonly headers?: Record<string, string>;
}

/** Calls an endpoint and gives status and parsed body; typed by the contract. */
export type TestCaller = <E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>>(
  endpoint: E,
  input?: CallInput<E>,
  // biome-ignore lint: tests look at whatever came back, refusals included.
) => Promise<TestAnswer<any>>;

/** The path of an endpoint with its parameters and query filled in. */
export const urlOf = (
  endpoint: Endpoint,
  params: Record<string, unknown> = {},
  query: Record<string, unknown> = {},
): string => {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name] ?? "")),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  return `${apiPrefix}${path}${search.size > 0 ? `?${search}` : ""}`;
};

const callWith =
  (app: App, always: Record<string, string>): TestCaller =>
  async (endpoint, input = {}) => {
    const answer = await app.http.inject({
      method: endpoint.method,
      url: urlOf(
        endpoint as Endpoint,
        input.params as Record<string, unknown>,
        input.query as Record<string, unknown>,
      ),
      headers: { ...always, ...input.headers },
      ...(input.body === undefined ? {} : { payload: input.body as object }),
    });
    const isJson = String(answer.headers["content-type"]).includes("json");
    return {
      status: answer.statusCode,
      body: answer.body === "" ? undefined : isJson ? answer.json() : answer.body,
      bytes: answer.rawPayload,
      headers: answer.headers,
    };
  };

/** Somebody nobody knows. */
export const nobody = (app: App): TestCaller => callWith(app, {});

/** A user of a test's workspace with a session of their own, as a browser would call. */
export const sessionOf = async (
  app: App,
  tenant: { tenantId: TenantId },
  userId: string,
): Promise<TestCaller> => {
  const secret = newSecret();
  const scope = systemScope(tenant.tenantId, userId);
  await withTenant(app.database, scope, (tx) =>
    tx
      .insertInto("session")
      .values({
        tenant_id: tenant.tenantId,
        id: newId(),
        user_id: userId,
        token_hash: hashSecret(secret),
        last_seen_at: app.clock.now(),
        expires_at: new Date(app.clock.now().getTime() + 86_400_000),
      })
      .execute(),
  );
  return callWith(app, {
    cookie: `${sessionCookie}=${writeDotted(tenant.tenantId, secret)}`,
    [csrfHeader]: "1",
  });
};

/** A program of a user, with an access token of these scopes. */
export const tokenOf = async (
  app: App,
  tenant: { tenantId: TenantId },
  userId: string,
  scopes: TokenScope[],
): Promise<TestCaller> => {
  const secret = newSecret();
  const scope = systemScope(tenant.tenantId, userId);
  await withTenant(app.database, scope, (tx) =>
    tx
      .insertInto("access_token")
      .values({
        tenant_id: tenant.tenantId,
        id: newId(),
        user_id: userId,
        name: "test",
        token_hash: hashSecret(secret),
        scopes,
      })
      .execute(),
  );
  return callWith(app, { authorization: `Bearer ${writeAccessToken(tenant.tenantId, secret)}` });
};
