import type { Endpoint } from "@mainstay/contract/endpoint/endpoint";
import { apiPrefix, idempotencyHeader } from "@mainstay/contract/endpoint/headers";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { Context, PublicContext } from "../access/context.ts";
import { withTenant } from "../db/open-transaction.ts";
import { actorScope } from "../db/tenant-scope.ts";
import type { App } from "./app.ts";
import { AppError } from "./app-error.ts";
import { guard } from "./guard.ts";
import { claimKey, keepAnswer, readIdempotencyKey, requestHash } from "./idempotency.ts";
import { readIfMatch } from "./if-match.ts";
import { joinTransaction, mintContext, mintPublicContext } from "./mint-context.ts";
import { type Input, parseInput } from "./parse-input.ts";
import { declaredOnly, sendAnswer } from "./send-answer.ts";

export interface ServeOptions {
  /** Largest body in bytes; 1 MiB unless told. */
  readonly bodyLimit?: number;
}

type Act<C, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = (
  context: C,
  input: { params: z.output<P>; query: z.output<Q>; body: z.output<B> },
) => Promise<Answer<R>> | Answer<R>;

/** What a verb returns; nothing at all where the contract declares an empty answer. */
type Answer<R extends z.ZodType> = undefined extends z.input<R> ? z.input<R> | void : z.input<R>;

/**
 * Joins an endpoint of the contract to its verb. The bridge has checked sign-in, permission, CSRF and limits before
 * the body was read, and every field of the input; the answer loses every field the contract does not declare.
 */
export const serve = <
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  app: App,
  endpoint: Endpoint<P, Q, B, R>,
  act: Act<Context, P, Q, B, R>,
  options: ServeOptions = {},
): void => {
  if (endpoint.allow === "public") throw new Error(`${endpoint.id} is public: use servePublic.`);
  const run = act as (context: Context, input: Input) => Promise<unknown>;
  const status = endpoint.status ?? 200;
  joinRoute(app, endpoint, options, async (request, reply) => {
    const { identity } = request;
    if (!identity) throw new AppError("access.sign_in_needed");
    const version = readIfMatch(endpoint, request.headers["if-match"]);
    const key = endpoint.idempotent ? readIdempotencyKey(request.headers[idempotencyHeader]) : null;
    const input = parseInput(endpoint, request);
    const context = mintContext(app, request, reply, identity, version);
    if (key === null) {
      const body = declaredOnly(endpoint, await run(context, input));
      return sendAnswer(endpoint, request, reply, status, body);
    }
    const answer = await withTenant(app.database, actorScope(context.actor), async (tx) => {
      const kept = await claimKey(tx, context, key, requestHash(endpoint, input));
      if (kept) return kept;
      const body = declaredOnly(endpoint, await run(joinTransaction(context, tx), input));
      await keepAnswer(tx, context, key, { status, body });
      return { status, body };
    });
    return sendAnswer(endpoint, request, reply, answer.status, answer.body ?? undefined);
  });
};

/** Joins an endpoint that needs no sign-in. */
export const servePublic = <
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  app: App,
  endpoint: Endpoint<P, Q, B, R>,
  act: Act<PublicContext, P, Q, B, R>,
): void => {
  if (endpoint.allow !== "public") throw new Error(`${endpoint.id} is not public: use serve.`);
  const run = act as (context: PublicContext, input: Input) => Promise<unknown>;
  joinRoute(app, endpoint, {}, async (request, reply) => {
    const input = parseInput(endpoint, request);
    const answer = await run(mintPublicContext(app, request, reply), input);
    const body = declaredOnly(endpoint, answer);
    return sendAnswer(endpoint, request, reply, endpoint.status ?? 200, body);
  });
};

/** Registers the route with its guard; `serve`, `servePublic`, `serveDownload` and `serveUpload` end here. */
export const joinRoute = (
  app: App,
  endpoint: Endpoint,
  options: ServeOptions,
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
): void => {
  app.served.push(endpoint);
  app.http.route({
    method: endpoint.method,
    url: `${apiPrefix}${endpoint.path}`,
    bodyLimit: options.bodyLimit ?? 1024 * 1024,
    onRequest: guard(app, endpoint),
    handler,
  });
};
