import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { App } from "./app.ts";

/** Counters for operators; names and labels carry no data of any tenant. */
export interface Metrics {
  readonly registry: Registry;
  readonly jobsDone: Counter<"task" | "outcome">;
}

export const createMetrics = (options: { withProcess: boolean }): Metrics => {
  const registry = new Registry();
  if (options.withProcess) collectDefaultMetrics({ register: registry });
  const jobsDone = new Counter({
    name: "mainstay_jobs_total",
    help: "Jobs by task and outcome (done, retried, failed)",
    labelNames: ["task", "outcome"] as const,
    registers: [registry],
  });
  return { registry, jobsDone };
};

/** Measures every request by its route pattern. */
export const measureRequests = (app: App, { registry }: Metrics): void => {
  const seconds = new Histogram({
    name: "mainstay_http_request_seconds",
    help: "Time to answer, by route and status",
    labelNames: ["method", "route", "status"] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 5],
    registers: [registry],
  });
  app.http.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions?.url ?? "unknown";
    seconds.observe(
      { method: request.method, route, status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
    const level = reply.statusCode >= 500 || reply.elapsedTime > 2000 ? "warn" : "debug";
    app.log[level](
      {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        userId: request.identity?.actor.userId,
      },
      "answered",
    );
  });
};
