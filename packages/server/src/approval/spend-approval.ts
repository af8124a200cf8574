import type { ApprovalKind } from "@mainstay/domain/approval/approval-kind";
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";

/** A condition on `approval` for what this very act needs. */
type Wanted = { kind: ApprovalKind; matching: RawBuilder<boolean> };

/** The actor's own approval that is good now, locked; null when there is none. */
export const findUsable = async (
  tx: Tx,
  { tenantId, actor, now }: Context,
  { kind, matching }: Wanted,
): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`
    select id from approval where tenant_id = ${tenantId}::uuid and kind = ${kind} and status = 'approved'
      and requested_by = ${actor.userId}::uuid and used_at is null
      and (valid_until is null or valid_until > ${now}) and ${matching}
    order by decided_at limit 1 for update`.execute(tx);
  return rows[0]?.id ?? null;
};

/** Uses up an approval: it was good for this once. Gives its id, or null when there is none to use. */
export const spendApproval = async (
  tx: Tx,
  context: Context,
  wanted: Wanted,
): Promise<string | null> => {
  const id = await findUsable(tx, context, wanted);
  if (id === null) return null;
  await sql`
    update approval set used_at = ${context.now}, version = version + 1
    where tenant_id = ${context.tenantId}::uuid and id = ${id}::uuid`.execute(tx);
  await recordAudit(tx, context, "approval.used", { kind: "approval", id }, { kind: wanted.kind });
  return id;
};
