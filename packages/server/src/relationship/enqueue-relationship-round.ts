import type { Tx } from "../platform/db/database-handles.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";

/**
 * Orders the measures of one account anew, in the transaction of the change that moves them (a stance, influence, role,
 * position, contact, placeholder or tie). Many changes before the job runs cause one round.
 */
export const enqueueRelationshipRound = (
  tx: Tx,
  tenantId: string,
  accountId: string,
): Promise<void> =>
  enqueue(
    tx,
    "measure_relationships",
    { tenantId, accountIds: [accountId] },
    { jobKey: `relationship:${accountId}` },
  );

/**
 * Orders the measures of every account anew. In the queue of the evaluation: after a round that judges what is at risk, never
 * beside it.
 */
export const enqueuePortfolioRound = (tx: Tx, tenantId: string): Promise<void> =>
  enqueue(
    tx,
    "measure_portfolio_relationships",
    { tenantId },
    { jobKey: `relationships:${tenantId}`, queue: `evaluate:${tenantId}` },
  );
