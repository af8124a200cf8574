import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { Clock } from "../clock/clock.ts";
import type { Db, Tx } from "../db/database-handles.ts";
import type { Database } from "../db/open-database.ts";
import type { TransactionOptions } from "../db/open-transaction.ts";
import type { KeyRing } from "../secrets/key-ring.ts";
import type { Log } from "../log/create-log.ts";
import type { TaskName, TaskPayloads } from "./task-payloads.ts";

/** What a job gets. A job acts for the workspace, sees all of it, and may run again after a crash: be idempotent. */
export interface JobContext {
  readonly tenantId: TenantId;
  readonly database: Database;
  readonly dataDir: string;
  /** Keys that sensitive values are sealed and opened with. */
  readonly keyRing: KeyRing;
  readonly clock: Clock;
  readonly log: Log;
  /** 1 on the first try. */
  readonly attempt: number;
  readonly isLastAttempt: boolean;
  /** Aborted when the process is about to stop: save what is done and leave. */
  readonly abort: AbortSignal;
  /** For audit rows: nobody in particular. */
  readonly actor: null;
  readonly requestId: null;
  readonly read: <Result>(
    work: (db: Db) => Promise<Result>,
    options?: TransactionOptions,
  ) => Promise<Result>;
  readonly write: <Result>(
    work: (tx: Tx) => Promise<Result>,
    options?: TransactionOptions,
  ) => Promise<Result>;
}

export type Job<Name extends TaskName> = (
  payload: TaskPayloads[Name],
  context: JobContext,
) => Promise<void>;

/** The handlers of one noun; `tasks.ts` lists every noun's. */
export type JobRegistry = { readonly [Name in TaskName]?: Job<Name> };

/** Declares a noun's jobs and keeps their types. */
export const defineJobs = <Jobs extends JobRegistry>(jobs: Jobs): Jobs => jobs;
