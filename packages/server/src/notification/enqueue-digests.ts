import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { Tx } from "../platform/db/database-handles.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";

/** Orders the round that tells the morning's news and writes mail that is due; many orders before it runs are one. */
export const enqueueDigests = (tx: Tx, tenantId: TenantId): Promise<void> =>
  enqueue(tx, "compose_digests", { tenantId }, { jobKey: `digests:${tenantId}` });

/**
 * What goes out of the house stands in one queue a workspace: a mail server or robot that hangs holds up other messages
 * of the same workspace for its timeout at most, and never the rest of the work.
 */
const outgoingQueue = (tenantId: TenantId) => `outgoing:${tenantId}`;

/** Orders the sending of mail that waits. */
export const enqueueMail = (tx: Tx, tenantId: TenantId, runAt?: Date): Promise<void> =>
  enqueue(
    tx,
    "send_mail",
    { tenantId },
    {
      jobKey: `mail:${tenantId}`,
      queue: outgoingQueue(tenantId),
      ...(runAt && { runAt }),
    },
  );

/** Orders the sending of what waits for a robot. */
export const enqueueRobot = (
  tx: Tx,
  tenantId: TenantId,
  robotId: string,
  runAt?: Date,
): Promise<void> =>
  enqueue(
    tx,
    "deliver_robot_message",
    { tenantId, robotId },
    {
      jobKey: `robot:${robotId}`,
      queue: outgoingQueue(tenantId),
      ...(runAt && { runAt }),
    },
  );
