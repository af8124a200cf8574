import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { Tx } from "../platform/db/database-handles.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";

/** Orders a look into the mailbox; many orders before it runs are one, and looks never run beside each other. */
export const enqueueMailbox = (tx: Tx, tenantId: TenantId, runAt?: Date): Promise<void> =>
  enqueue(
    tx,
    "read_mailbox",
    { tenantId },
    { jobKey: `mailbox:${tenantId}`, queue: `mailbox:${tenantId}`, ...(runAt && { runAt }) },
  );
