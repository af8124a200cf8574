import { startNightlyRounds } from "./nightly-rounds.ts";
import type { Clock } from "./platform/clock/clock.ts";
import type { Database } from "./platform/db/open-database.ts";
import type { Metrics } from "./platform/http/metrics.ts";
import { startWorker } from "./platform/jobs/start-worker.ts";
import type { Log } from "./platform/log/create-log.ts";
import type { KeyRing } from "./platform/secrets/key-ring.ts";
import { taskRegistry } from "./tasks.ts";

/** The background half of the process: works the queue and orders the nightly rounds. */
export const startBackground = async (parts: {
  ownerUrl: string;
  database: Database;
  dataDir: string;
  keyRing: KeyRing;
  clock: Clock;
  log: Log;
  metrics: Metrics;
}): Promise<{ stop: () => Promise<void> }> => {
  const worker = await startWorker({ ...parts, registry: taskRegistry });
  const rounds = startNightlyRounds(parts.database, parts.clock, parts.log);
  return {
    stop: async () => {
      rounds.stop();
      await worker.stop();
    },
  };
};
