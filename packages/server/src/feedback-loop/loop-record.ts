import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";

/** Changes columns of a loop and counts its version up. */
export const changeLoop = async (
  tx: Tx,
  { tenantId, now }: { readonly tenantId: string; readonly now: Date },
  loopId: string,
  change: Readonly<Record<string, unknown>>,
): Promise<void> => {
  await tx
    .updateTable("feedback_loop")
    .set({ ...change, version: sql<number>`version + 1`, updated_at: now })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", loopId)
    .execute();
};
