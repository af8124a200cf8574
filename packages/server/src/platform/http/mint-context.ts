import { apiPrefix, sessionCookie } from "@mainstay/contract/endpoint/headers";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Context, PublicContext } from "../access/context.ts";
import { readStep, stepCookie, stepLivesMs, writeStep } from "../access/step-cookie.ts";
import type { Identity } from "../access/identity.ts";
import { calendarDayIn } from "../clock/clock.ts";
import type { Tx } from "../db/database-handles.ts";
import { withTenant, withTenantReadOnly } from "../db/open-transaction.ts";
import { actorScope } from "../db/tenant-scope.ts";
import type { App } from "./app.ts";
import { callerLocale } from "./caller-locale.ts";

const cookieOptions = (app: App, request: FastifyRequest) => ({
  path: "/",
  httpOnly: true,
  sameSite: "lax" as const,
  secure: app.config.publicUrl?.startsWith("https:") || request.protocol === "https",
});

export const mintPublicContext = (
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
): PublicContext => ({
  now: app.clock.now(),
  locale: callerLocale(request, request.identity),
  requestId: request.id,
  log: app.log,
  ip: request.ip,
  userAgent: (request.headers["user-agent"] ?? "").slice(0, 300),
  sessionCookie: request.cookies[sessionCookie],
  origin: app.config.publicUrl ?? new URL(`${request.protocol}://${request.host}`).origin,
  readStep: (kind) =>
    readStep(app.keyRing, kind, request.cookies[stepCookie(kind)], app.clock.now()),
  setStep(kind, state) {
    const options = {
      ...cookieOptions(app, request),
      path: `${apiPrefix}/session`,
      sameSite: "strict" as const,
    };
    const now = app.clock.now();
    if (!state) return void reply.clearCookie(stepCookie(kind), options);
    const maxAge = Math.floor(stepLivesMs[kind] / 1000);
    reply.setCookie(stepCookie(kind), writeStep(app.keyRing, kind, state, now), {
      ...options,
      maxAge,
    });
  },
  setSessionCookie(value) {
    const options = cookieOptions(app, request);
    // Seconds to live, not an instant: the browser's clock may be wrong.
    const lives = (until: Date) => Math.floor((until.getTime() - app.clock.now().getTime()) / 1000);
    if (value)
      reply.setCookie(sessionCookie, value.text, { ...options, maxAge: lives(value.expiresAt) });
    else reply.clearCookie(sessionCookie, options);
  },
});

/** The context of one act by a known caller. */
export const mintContext = (
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  identity: Identity,
  expectedVersion: number | null,
): Context => {
  const open = mintPublicContext(app, request, reply);
  const { actor, tenantId, workspace, credentialId, method } = identity;
  const scope = actorScope(actor);
  return {
    ...open,
    actor,
    tenantId,
    workspace,
    credentialId,
    sessionMethod: method,
    expectedVersion,
    today: calendarDayIn(workspace.timeZone, open.now),
    read: (work) => withTenantReadOnly(app.database, scope, work),
    write: (work) => withTenant(app.database, scope, work),
  };
};

/** The same context, its reads and writes joined to a transaction that is already open. */
export const joinTransaction = (context: Context, tx: Tx): Context => ({
  ...context,
  read: (work) => work(tx),
  write: (work) => work(tx),
});
