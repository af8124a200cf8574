import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";

/** The batch at work: whose, which, and by whom. */
export interface ImportScope {
  readonly tenantId: TenantId;
  readonly batchId: string;
  readonly actorUserId: string | null;
}

/**
 * One writer of imported facts a tenant at a time: matching by name and "exists already" would be wrong otherwise.
 * Held until the transaction ends.
 */
export const lockTenantImports = (tx: Tx, tenantId: string): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`import:${tenantId}`}, 7))`.execute(tx);
