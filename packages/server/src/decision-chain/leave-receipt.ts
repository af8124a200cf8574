import type { Context } from "../platform/access/context.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";

/** Says that something about a person was deleted because it was wrong; never what it said. */
export const leaveReceipt = async (
  tx: Tx,
  context: Context,
  personId: string,
  counts: Readonly<Record<string, number>>,
): Promise<string> => {
  const id = newId();
  await tx
    .insertInto("deletion_receipt")
    .values({
      tenant_id: context.tenantId,
      id,
      person_id: personId,
      reason: "corrected",
      counts: JSON.stringify(counts),
      deleted_by: context.actor.userId,
    })
    .execute();
  return id;
};
