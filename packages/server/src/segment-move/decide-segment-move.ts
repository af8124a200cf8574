import type { SegmentMoveView } from "@mainstay/contract/policy";
import type { z } from "zod";
import { enterAsCore } from "../lifecycle/enter-as-core.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { settleProposal } from "./place-in-segment.ts";
import { findMove } from "./segment-move-queries.ts";

/** Publishes or declines a proposed move of segment; who, when and why are kept either way. */
export const decideSegmentMove = (
  context: Context,
  moveId: string,
  decision: "publish" | "decline",
  note: string | undefined,
): Promise<z.output<typeof SegmentMoveView>> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    const locked = await tx
      .selectFrom("segment_move")
      .select(["account_id", "to_segment", "status"])
      .where("tenant_id", "=", tenantId)
      .where("id", "=", moveId)
      .forUpdate()
      .executeTakeFirst();
    if (!locked) throw new AppError("segment.move_not_found");
    if (locked.status !== "proposed") throw new AppError("segment.move_decided");
    await tx
      .updateTable("segment_move")
      .set({
        status: decision === "publish" ? "published" : "declined",
        decided_by: actor.userId,
        decided_at: context.now,
        note: note || null,
      })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", moveId)
      .execute();
    await settleProposal(
      tx,
      tenantId,
      locked.account_id,
      decision === "publish" ? locked.to_segment : null,
    );
    await recordAudit(
      tx,
      context,
      decision === "publish" ? "segment.published" : "segment.declined",
      { kind: "account", id: locked.account_id },
      { moveId, to: locked.to_segment },
    );
    if (decision === "publish" && locked.to_segment === "core")
      await enterAsCore(tx, context, locked.account_id);
    const move = await findMove(tx, tenantId, moveId);
    if (!move) throw new AppError("segment.move_not_found");
    return move;
  });
