import type { Tx } from "../platform/db/database-handles.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";

/**
 * Orders obligations, the cycle's signals and health of one account anew, in the transaction of the change that moves them
 * (a contact, a person's leaving, a handover, a stage, a contract's end). Many changes before the job runs cause one round.
 */
export const enqueueCycleRound = (tx: Tx, tenantId: string, accountId: string): Promise<void> =>
  enqueue(tx, "run_cycle", { tenantId, accountIds: [accountId] }, { jobKey: `cycle:${accountId}` });

/** The same for every account: after the evaluation and the relationships, in their queue. */
export const enqueuePortfolioCycle = (tx: Tx, tenantId: string): Promise<void> =>
  enqueue(
    tx,
    "run_portfolio_cycle",
    { tenantId },
    { jobKey: `cycles:${tenantId}`, queue: `evaluate:${tenantId}` },
  );
