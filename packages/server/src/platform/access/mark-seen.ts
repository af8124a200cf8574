import type { Tx } from "../db/database-handles.ts";
import type { Identity } from "./identity.ts";

/** Keeps when a session or token was last used; called at most every five minutes for each. */
export const markSeen = async (tx: Tx, identity: Identity, now: Date): Promise<void> => {
  if (identity.isSession) {
    await tx
      .updateTable("session")
      .set({ last_seen_at: now })
      .where("tenant_id", "=", identity.tenantId)
      .where("id", "=", identity.credentialId)
      .execute();
    return;
  }
  await tx
    .updateTable("access_token")
    .set({ last_used_at: now })
    .where("tenant_id", "=", identity.tenantId)
    .where("id", "=", identity.credentialId)
    .execute();
};
