import { withoutTenant } from "../db/open-transaction.ts";
import { sql } from "kysely";
import type { App } from "./app.ts";
import type { Metrics } from "./metrics.ts";

/** For operators, outside the API: alive, ready to serve, counters. */
export const healthRoutes = (app: App, metrics: Metrics): void => {
  app.http.get("/healthz", async (_, reply) =>
    reply.header("cache-control", "no-store").send({ status: "ok" }),
  );
  app.http.get("/readyz", async (_, reply) => {
    reply.header("cache-control", "no-store");
    try {
      await withoutTenant(app.database, (tx) => sql`select 1`.execute(tx), {
        statementTimeoutMs: 2_000,
      });
      return await reply.send({ status: "ready" });
    } catch {
      return reply.code(503).send({ status: "database not available" });
    }
  });
  app.http.get("/metrics", async (_, reply) =>
    reply
      .header("cache-control", "no-store")
      .type(metrics.registry.contentType)
      .send(await metrics.registry.metrics()),
  );
};
