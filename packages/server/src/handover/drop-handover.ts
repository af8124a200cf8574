import type { HandoverView } from "@mainstay/contract/handover";
import { sql } from "kysely";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import type { Context } from "../platform/access/context.ts";
import { workOnHandover } from "./work-on-handover.ts";

/** Ends a handover that is not needed, for a reason. */
export const dropHandover = (
  context: Context,
  handoverId: string,
  reason: string,
): Promise<HandoverView> =>
  workOnHandover(context, handoverId, "drop", async (tx, handover) => {
    const { tenantId, now } = context;
    await sql`update handover set status = 'dropped', dropped_because = ${reason}, closed_at = ${now}
      where tenant_id = ${tenantId}::uuid and id = ${handoverId}::uuid`.execute(tx);
    await enqueueCycleRound(tx, tenantId, handover.account.id);
    return { done: "dropped", detail: { because: reason } };
  });
