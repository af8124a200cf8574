import type { Context } from "../platform/access/context.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { ApprovalRecord } from "./approval-record.ts";

/** How a waiting approval ended. */
export type ApprovalDecision = "approved" | "refused" | "withdrawn";

/**
 * What a decision brings about, in its own transaction: it happens with the decision and once, or neither does. Runs with
 * every account in sight, for who decides need not see it; what it throws refuses the decision.
 */
export type ApprovalEffect = (
  tx: Tx,
  context: Context,
  approval: ApprovalRecord,
  decision: ApprovalDecision,
) => Promise<void>;
