import type { Tx } from "../platform/db/database-handles.ts";
import { demandActiveUsers } from "../user/demand-active-users.ts";

/** Refuses an owner who is not an active user of the workspace: nobody would do the task. */
export const demandTaskOwner = (tx: Tx, tenantId: string, ownerUserId: string): Promise<void> =>
  demandActiveUsers(tx, tenantId, [ownerUserId], "task.owner_not_found");
