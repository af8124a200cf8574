import type { Tx } from "../platform/db/database-handles.ts";

/**
 * What a merge kept to be taken back may hold the very values that just had to go: it can no longer be taken back.
 */
export const forgetMergeCopies = (tx: Tx, tenantId: string, personId: string) =>
  tx
    .updateTable("person_merge")
    .set({ before_sealed: null })
    .where("tenant_id", "=", tenantId)
    .where("kept_person_id", "=", personId)
    .where("before_sealed", "is not", null)
    .execute();
