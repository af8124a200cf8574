import { Worker } from "node:worker_threads";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";

/** What the thread is told. */
export interface EvaluationOrder {
  readonly appUrl: string;
  readonly tenantId: TenantId;
  readonly runId: string;
  readonly asOf: number;
}

/**
 * Runs a round on a thread of its own with its own connections, so that pages stay quick while 10⁵ accounts are judged. Its
 * memory goes with it. An aborted round ends at once; what it had written stays right.
 */
export const evaluateInThread = (order: EvaluationOrder, abort: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./start-evaluation-thread.mjs", import.meta.url), {
      workerData: order,
    });
    const leave = () => void thread.terminate();
    abort.addEventListener("abort", leave, { once: true });
    thread.once("error", reject);
    thread.once("exit", (code) => {
      abort.removeEventListener("abort", leave);
      if (code === 0) resolve();
      else
        reject(
          new Error(
            abort.aborted ? "evaluation was interrupted" : `evaluation thread ended with ${code}`,
          ),
        );
    });
  });
