import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import multipart from "@fastify/multipart";
import Fastify, { type FastifyInstance } from "fastify";
import { createGate } from "./platform/access/gate.ts";
import { type Clock, systemClock } from "./platform/clock/clock.ts";
import { type Config, readConfig } from "./platform/config/read-config.ts";
import type { Database } from "./platform/db/open-database.ts";
import { createEventHub } from "./platform/events/event-hub.ts";
import { answerProblems, sendProblem } from "./platform/http/answer-problems.ts";
import type { App } from "./platform/http/app.ts";
import { apiDocs } from "./platform/http/api-docs.ts";
import { healthRoutes } from "./platform/http/health-routes.ts";
import { createMetrics, measureRequests, type Metrics } from "./platform/http/metrics.ts";
import { asAppError } from "./platform/http/problem-of.ts";
import { createRateLimit } from "./platform/http/rate-limit.ts";
import { setSecurityHeaders } from "./platform/http/security-headers.ts";
import { cutSlowBodies } from "./platform/http/slow-bodies.ts";
import { webPages } from "./platform/http/web-pages.ts";
import { createLog, type Log } from "./platform/log/create-log.ts";
import { type OutsideWorld, outsideWorld } from "./platform/outside/outside-world.ts";
import type { KeyRing } from "./platform/secrets/key-ring.ts";
import { openKeyRing } from "./platform/secrets/open-key-ring.ts";
import { joinRoutes } from "./routes.ts";

export interface AppParts {
  readonly database: Database;
  readonly config?: Config;
  readonly clock?: Clock;
  readonly keyRing?: KeyRing;
  readonly log?: Log;
  readonly metrics?: Metrics;
  readonly outside?: OutsideWorld;
  readonly webFolder?: string;
  readonly slowBodyMs?: number;
}

const webFolder = fileURLToPath(new URL("../../web/dist", import.meta.url));

/** Builds the application without listening: `app.http.inject` asks it, `app.http.listen` opens the door. */
export const buildApp = async (parts: AppParts): Promise<App> => {
  const config = parts.config ?? readConfig({ LOG_LEVEL: "silent" });
  const clock = parts.clock ?? systemClock;
  const app: App = {
    http: createServer(config),
    database: parts.database,
    clock,
    config,
    gate: createGate(parts.database, clock),
    keyRing: parts.keyRing ?? openKeyRing(config),
    log: parts.log ?? createLog(config.logLevel),
    events: createEventHub(),
    outside: parts.outside ?? outsideWorld,
    callerLimit: createRateLimit(config.requestsPerMinute, clock),
    addressLimit: createRateLimit(config.publicRequestsPerMinute, clock),
    served: [],
    routes: [],
  };
  app.http.addHook("onRoute", ({ method, url }) => {
    for (const one of [method].flat()) app.routes.push(`${one} ${url}`);
  });
  app.http.addHook("preClose", async () => app.events.stop());
  const metrics = parts.metrics ?? createMetrics({ withProcess: false });
  app.http.decorateRequest("identity", null);
  setSecurityHeaders(app);
  await app.http.register(cookie);
  await app.http.register(compress, { threshold: 1400, encodings: ["br", "gzip"] });
  await app.http.register(multipart, { throwFileSizeLimit: true });
  answerProblems(app);
  cutSlowBodies(app, parts.slowBodyMs);
  measureRequests(app, metrics);
  healthRoutes(app, metrics);
  joinRoutes(app);
  apiDocs(app);
  webPages(app, parts.webFolder ?? webFolder);
  await app.http.ready();
  return app;
};

const createServer = (config: Config): FastifyInstance =>
  Fastify({
    logger: false,
    trustProxy: config.trustProxy,
    genReqId: () => randomBytes(9).toString("base64url"),
    bodyLimit: 1024 * 1024,
    connectionTimeout: 120_000,
    requestTimeout: 15 * 60_000,
    keepAliveTimeout: 65_000,
    http: { headersTimeout: 20_000 },
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: (error, request, reply) => void sendProblem(request, reply, asAppError(error)),
  });
