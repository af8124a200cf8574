import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { notify } from "../notification/notify.ts";
import type { Tx } from "../platform/db/database-handles.ts";

/** Tells somebody that a task is theirs now; under its version, so that a task that comes back is told again. */
export const tellTaskOwner = (
  tx: Tx,
  tenantId: TenantId,
  task: {
    readonly id: string;
    readonly ownerUserId: string;
    readonly accountId: string | null;
    readonly dueOn: IsoDay | null;
    readonly version: number;
  },
): Promise<void> =>
  notify(tx, tenantId, {
    userIds: [task.ownerUserId],
    kind: "task_assigned",
    subjectKind: "task",
    subjectId: task.id,
    accountId: task.accountId,
    reason: { params: { dueOn: task.dueOn } },
    dedupeKey: `task_assigned:${task.id}:${task.ownerUserId}:${task.version}`,
  });
