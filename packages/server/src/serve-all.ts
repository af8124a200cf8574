import type { FastifyInstance } from "fastify";
import { buildApp } from "./app.ts";
import { accessListener } from "./platform/access/access-news.ts";
import { type Clock, systemClock } from "./platform/clock/clock.ts";
import type { Config } from "./platform/config/read-config.ts";
import { migrateDatabase } from "./platform/db/migrate-database.ts";
import { hearChannels } from "./platform/db/hear-channels.ts";
import { openDatabase } from "./platform/db/open-database.ts";
import { type DatabaseAddress, reachDatabase } from "./platform/db/reach-database.ts";
import { createMetrics } from "./platform/http/metrics.ts";
import { createLog } from "./platform/log/create-log.ts";
import { openKeyRing } from "./platform/secrets/open-key-ring.ts";
import { prepareFirstRun } from "./setup/installation.ts";
import type { OneTimeLink } from "./user/one-time-link.ts";
import { startBackground } from "./worker.ts";

export interface Running {
  /** Where people open it. */
  readonly url: string;
  /** Set while the first administrator is still to come. */
  readonly firstRun: OneTimeLink | null;
  /** Stops accepting, lets requests and jobs end, closes the database. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the whole of Mainstay in this process: database, migrations, API, pages and background work. Only tests that live
 * through weeks bring another clock.
 */
export const serveAll = async (config: Config, clock: Clock = systemClock): Promise<Running> => {
  const log = createLog(config.logLevel);
  const keyRing = openKeyRing(config);
  const address: DatabaseAddress = await reachDatabase(config);
  const stops: (() => Promise<void>)[] = [address.stop];
  let isStopping = false;
  const stop = async () => {
    isStopping = true;
    for (const end of stops.splice(0).reverse()) {
      await end().catch((error) => log.error({ err: error }, "could not stop cleanly"));
    }
  };
  try {
    await migrateDatabase(address.ownerUrl);
    const database = openDatabase({
      appUrl: address.appUrl,
      onConnectionError: (error) => {
        if (!isStopping) log.warn({ err: error }, "database connection lost");
      },
    });
    stops.push(database.end);
    const firstRun = await prepareFirstRun(database, clock.now());
    const metrics = createMetrics({ withProcess: true });
    const app = await buildApp({ database, config, clock, keyRing, log, metrics });
    const listeners = [accessListener(app.gate), ...app.events.listeners];
    stops.push(hearChannels(address.appUrl, log, listeners));
    const { dataDir } = config;
    const { ownerUrl } = address;
    const background = await startBackground({
      ownerUrl,
      database,
      dataDir,
      keyRing,
      clock,
      log,
      metrics,
    });
    stops.push(background.stop);
    await app.http.listen({ port: config.port, host: config.host });
    stops.push(() => closeDoor(app.http));
    return { url: publicUrlOf(config), firstRun, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** Lets answers under way end; whoever only listens (live progress) is let go after two seconds. */
const closeDoor = async (http: FastifyInstance): Promise<void> => {
  const timer = setTimeout(() => http.server.closeAllConnections(), 2_000);
  await http.close();
  clearTimeout(timer);
};

/** The address a person on this machine can open. */
export const publicUrlOf = (config: Config): string => {
  if (config.publicUrl) return config.publicUrl;
  const isAny = ["0.0.0.0", "::", "localhost", "127.0.0.1", "::1"].includes(config.host);
  return `http://${isAny ? "localhost" : config.host}:${config.port}`;
};
