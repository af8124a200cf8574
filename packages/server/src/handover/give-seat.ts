import type { HandoverSeat } from "@mainstay/domain/handover/handover-kind";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";

const columnOfSeat = {
  manager: "manager_user_id",
  backup: "backup_user_id",
  sponsor: "sponsor_user_id",
} as const;

/** Makes the colleague the account's manager, backup or sponsor; counts the account's version up where that changes anything. */
export const giveSeat = (
  tx: Tx,
  { tenantId, now }: Pick<Context, "tenantId" | "now">,
  { accountId, seat, userId }: { accountId: string; seat: HandoverSeat; userId: string },
): Promise<void> =>
  seeingAll(tx, async () => {
    const column = sql.ref(columnOfSeat[seat]);
    await sql`update account set ${column} = ${userId}::uuid, version = version + 1, updated_at = ${now}
      where tenant_id = ${tenantId}::uuid and id = ${accountId}::uuid and ${column} is distinct from ${userId}::uuid`.execute(
      tx,
    );
  });
