import { sql } from "kysely";
import { noStreaks } from "../evaluation/standing-columns.ts";
import { enterAsCore } from "../lifecycle/enter-as-core.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

/** Ends the open proposal of an account; with a segment, the account moves there and its waits begin anew. */
export const settleProposal = async (
  tx: Tx,
  tenantId: string,
  accountId: string,
  segment: string | null,
): Promise<void> => {
  await tx
    .updateTable("account_standing")
    .set({
      proposed_segment: null,
      ...(segment !== null && { segment, detail: sql`detail || ${noStreaks}` }),
    })
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .execute();
};

/**
 * Publishes a move that a person proposed and another approved: the same as publishing one of the evaluation's. What the
 * evaluation proposed meanwhile is thereby decided.
 */
export const placeInSegment = async (
  tx: Tx,
  context: Context,
  { accountId, toSegment, note }: { accountId: string; toSegment: string; note: string },
): Promise<void> => {
  const { tenantId, actor, now } = context;
  const standing = await tx
    .selectFrom("account_standing")
    .select("segment")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .forUpdate()
    .executeTakeFirst();
  if (!standing) throw new AppError("account.not_found");
  await tx
    .updateTable("segment_move")
    .set({ status: "declined", decided_by: actor.userId, decided_at: now, note: note || null })
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .where("status", "=", "proposed")
    .execute();
  const moveId = newId();
  await tx
    .insertInto("segment_move")
    .values({
      tenant_id: tenantId,
      id: moveId,
      account_id: accountId,
      from_segment: standing.segment,
      to_segment: toSegment,
      status: "published",
      reason: JSON.stringify({ code: "segment.by_approval", params: {} }),
      decided_by: actor.userId,
      decided_at: now,
      note: note || null,
    })
    .execute();
  await settleProposal(tx, tenantId, accountId, toSegment);
  const subject = { kind: "account", id: accountId };
  await recordAudit(tx, context, "segment.published", subject, { moveId, to: toSegment });
  if (toSegment === "core") await enterAsCore(tx, context, accountId);
};
