import type { Context } from "../platform/access/context.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { withdrawLocked } from "./withdraw-consent.ts";

/** Withdraws every living consent of a person, as they asked; what rests on them is deleted. */
export const withdrawAllConsents = async (
  tx: Tx,
  context: Context,
  personId: string,
): Promise<void> => {
  const living = await tx
    .selectFrom("consent")
    .select(["id", "person_id", "scope", "expires_at", "withdrawn_at", "version"])
    .where("tenant_id", "=", context.tenantId)
    .where("person_id", "=", personId)
    .where("withdrawn_at", "is", null)
    .where("expires_at", ">", context.now)
    .orderBy("id")
    .forUpdate()
    .execute();
  for (const consent of living) {
    await withdrawLocked(tx, context, consent, { now: context.now, via: "subject_request" });
  }
};
