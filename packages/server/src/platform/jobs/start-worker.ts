import { EventEmitter } from "node:events";
import { mintTenantId } from "@mainstay/domain/tenant/tenant-id";
import { type JobHelpers, Logger, run, type TaskList, type WorkerEvents } from "graphile-worker";
import pg from "pg";
import type { Clock } from "../clock/clock.ts";
import type { Database } from "../db/open-database.ts";
import { withTenant, withTenantReadOnly } from "../db/open-transaction.ts";
import { systemScope } from "../db/tenant-scope.ts";
import type { Metrics } from "../http/metrics.ts";
import type { Log } from "../log/create-log.ts";
import type { KeyRing } from "../secrets/key-ring.ts";
import type { JobContext, JobRegistry } from "./job-registry.ts";
import { keepPresence } from "./worker-presence.ts";

export interface WorkerParts {
  /** The owner's address, directly and not through a pooler: the queue listens on it. */
  readonly ownerUrl: string;
  readonly database: Database;
  readonly dataDir: string;
  readonly keyRing: KeyRing;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly registry: JobRegistry;
  readonly concurrency?: number;
}

/** A job that does not leave by then is cut off with the process and taken up again at the next start. */
const stopWithinMs = 20_000;
const patience = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms).unref());

type AnyJob = (payload: { tenantId: string }, context: JobContext) => Promise<void>;

/**
 * Works the queue in this process. A job that fails is tried again with growing pauses (up to 25 times, about three
 * days) and each failure is logged and counted. Jobs of a process that was killed are taken up again at once. `stop` lets
 * running jobs finish or leave by their abort signal.
 */
export const startWorker = async (parts: WorkerParts): Promise<{ stop: () => Promise<void> }> => {
  const { log } = parts;
  const presence = keepPresence(parts.ownerUrl, log);
  await presence.freeAbandoned();
  const look = () =>
    presence
      .freeAbandoned()
      .catch((error) => log.warn({ err: error }, "could not look for dead workers"));
  const timers = [setTimeout(look, 1_500), setInterval(look, 15_000)];
  for (const timer of timers) timer.unref();
  const pool = new pg.Pool({ connectionString: parts.ownerUrl, max: 4 });
  pool.on("error", (error) => log.warn({ err: error }, "job queue lost a connection"));
  // A connection that dies while it is being closed must not end the process.
  pool.on("connect", (client) => client.on("error", () => {}));
  const events: WorkerEvents = new EventEmitter();
  // Jobs are locked in the name of the pool, not of the worker that carries them out.
  events.on("pool:create", ({ workerPool }) => presence.announce(workerPool.id));
  const runner = await run({
    events,
    pgPool: pool,
    concurrency: parts.concurrency ?? 2,
    pollInterval: 2_000,
    noHandleSignals: true,
    taskList: taskListOf(parts),
    logger: new Logger(() => (level, message) => {
      if (level === "error") log.error({ queue: message }, "job queue");
      else log.trace({ queue: message }, "job queue");
    }),
  });
  runner.promise.catch((error) => log.error({ err: error }, "job queue stopped"));
  return {
    stop: async () => {
      for (const timer of timers) clearTimeout(timer);
      await Promise.race([runner.stop(), patience(stopWithinMs)]);
      await Promise.race([pool.end(), patience(1_000)]);
      await presence.stop();
    },
  };
};

const taskListOf = (parts: WorkerParts): TaskList =>
  Object.fromEntries(
    Object.entries(parts.registry).map(([task, job]) => [
      task,
      (payload, helpers) => runJob(parts, task, job as AnyJob, payload, helpers),
    ]),
  );

const runJob = async (
  parts: WorkerParts,
  task: string,
  job: AnyJob,
  payload: unknown,
  helpers: JobHelpers,
): Promise<void> => {
  const context = jobContext(parts, payload as { tenantId: string }, helpers);
  const begun = performance.now();
  try {
    await job(payload as { tenantId: string }, context);
    parts.metrics.jobsDone.inc({ task, outcome: "done" });
    const ms = Math.round(performance.now() - begun);
    parts.log.debug({ task, jobId: helpers.job.id, ms }, "job done");
  } catch (error) {
    const outcome = context.isLastAttempt ? "failed" : "retried";
    parts.metrics.jobsDone.inc({ task, outcome });
    const { attempt, tenantId } = context;
    parts.log.error({ err: error, task, jobId: helpers.job.id, attempt, tenantId }, "job failed");
    throw error;
  }
};

const jobContext = (
  parts: WorkerParts,
  payload: { tenantId: string },
  helpers: JobHelpers,
): JobContext => {
  const tenantId = mintTenantId(payload.tenantId);
  const scope = systemScope(tenantId);
  const patient = { statementTimeoutMs: 0 };
  return {
    tenantId,
    database: parts.database,
    dataDir: parts.dataDir,
    keyRing: parts.keyRing,
    clock: parts.clock,
    log: parts.log,
    attempt: helpers.job.attempts,
    isLastAttempt: helpers.job.attempts >= helpers.job.max_attempts,
    abort: helpers.abortSignal,
    actor: null,
    requestId: null,
    read: (work, options) =>
      withTenantReadOnly(parts.database, scope, work, { ...patient, ...options }),
    write: (work, options) => withTenant(parts.database, scope, work, { ...patient, ...options }),
  };
};
