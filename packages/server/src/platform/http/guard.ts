import type { Endpoint } from "@mainstay/contract/endpoint/endpoint";
import { csrfHeader, sessionCookie } from "@mainstay/contract/endpoint/headers";
import { isPermitted, permissions } from "@mainstay/domain/access/permission";
import type { FastifyRequest } from "fastify";
import { readCredential } from "../access/credential.ts";
import type { Identity } from "../access/identity.ts";
import type { App } from "./app.ts";
import { AppError } from "./app-error.ts";

declare module "fastify" {
  interface FastifyRequest {
    identity: Identity | null;
  }
}

/** What somebody may do who still has to set up the second factor that the workspace demands. */
const openBeforeSecondFactor = new Set([
  "sessions.current",
  "sessions.signOut",
  "sessions.changeProfile",
  "secondFactors.get",
  "secondFactors.begin",
  "secondFactors.confirm",
  "passkeys.list",
  "passkeys.begin",
  "passkeys.register",
]);

/**
 * Runs before the body is read: is the caller known, may they do this at all, does a write signed by the cookie come
 * from our own page, is the caller within limits.
 */
export const guard =
  (app: App, endpoint: Endpoint) =>
  async (request: FastifyRequest): Promise<void> => {
    const isWrite = endpoint.method !== "GET";
    if (isWrite) refuseForeignOrigin(app, request);
    if (endpoint.allow === "public") {
      app.addressLimit.take(request.ip);
      return;
    }
    const identity = await identify(app, request);
    request.identity = identity;
    app.callerLimit.take(identity.actor.userId);
    if (isWrite && identity.isSession && request.headers[csrfHeader] === undefined) {
      throw new AppError("access.csrf_missing");
    }
    if (identity.needsSecondFactor && !openBeforeSecondFactor.has(endpoint.id)) {
      throw new AppError("access.second_factor_needed");
    }
    refuseUnpermitted(identity, endpoint);
  };

const identify = async (app: App, request: FastifyRequest): Promise<Identity> => {
  const credential = readCredential(request.headers.authorization, request.cookies[sessionCookie]);
  const identity = typeof credential === "string" ? null : await app.gate.identify(credential);
  if (identity) return identity;
  // Guessing secrets is counted by address, so that it never costs more than a few look-ups.
  if (credential !== "none") app.addressLimit.take(request.ip);
  throw new AppError("access.sign_in_needed");
};

const refuseUnpermitted = ({ actor }: Identity, { allow, method }: Endpoint): void => {
  if (allow === "public") return;
  if (allow === "signed_in") {
    const scope = method === "GET" ? "read" : "write";
    if (actor.scopes && !actor.scopes.includes(scope)) throw new AppError("access.scope_missing");
    return;
  }
  if (isPermitted(actor, allow)) return;
  const { scope } = permissions[allow];
  const lacksScope =
    actor.scopes !== null &&
    !actor.scopes.includes(scope) &&
    isPermitted({ ...actor, scopes: null }, allow);
  throw new AppError(lacksScope ? "access.scope_missing" : "access.not_permitted");
};

/** A browser names the page a write comes from; any other page than ours is refused. */
const refuseForeignOrigin = (app: App, request: FastifyRequest): void => {
  const site = request.headers["sec-fetch-site"];
  if (site === "cross-site") throw new AppError("access.csrf_missing");
  const { origin } = request.headers;
  if (origin === undefined) return;
  if (app.config.publicUrl !== undefined && origin === app.config.publicUrl) return;
  if (URL.canParse(origin) && new URL(origin).host === request.host) return;
  throw new AppError("access.csrf_missing");
};
