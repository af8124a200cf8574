import { sql } from "kysely";
import type { Tx } from "../db/database-handles.ts";
import type { TaskName, TaskPayloads } from "./task-payloads.ts";

export interface EnqueueOptions {
  /** A waiting job with the same key is replaced, so that many changes cause one round. */
  readonly jobKey?: string;
  /**
   * Two seconds from now at the earliest, by the database's clock: a job that finds itself too early, by a clock behind that
   * one, would else order itself again for ever.
   */
  readonly runAt?: Date;
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
}

/** Orders a background task in the transaction of the act: no commit, no job. */
export const enqueue = async <Name extends TaskName>(
  tx: Tx,
  task: Name,
  payload: TaskPayloads[Name],
  options: EnqueueOptions = {},
): Promise<void> => {
  const { jobKey = null, queue = null } = options;
  const runAt = options.runAt
    ? sql`greatest(${options.runAt}::timestamptz, now() + interval '2 seconds')`
    : sql`now()`;
  await sql`select enqueue_job(${task}, ${JSON.stringify(payload)}::jsonb, ${jobKey}, ${runAt}, ${queue})`.execute(
    tx,
  );
};
