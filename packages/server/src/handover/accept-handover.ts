import type { HandoverView, handovers } from "@mainstay/contract/handover";
import { sql } from "kysely";
import type { z } from "zod";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { readPack } from "./pack-screen.ts";
import { workOnHandover } from "./work-on-handover.ts";

/**
 * 接受交接包 The successor accepts the pack they have read; its hash is kept. Mandatory things left open need a reason. When the
 * new contact has been visited already, the handover is done with it.
 */
export const acceptHandover = (
  context: Context,
  handoverId: string,
  { packSha256, despite = "" }: z.output<NonNullable<typeof handovers.accept.body>>,
): Promise<HandoverView> =>
  workOnHandover(context, handoverId, "accept", async (tx, handover) => {
    const { tenantId, now, actor } = context;
    const open = handover.items.filter(({ isMandatory, doneAt }) => isMandatory && doneAt === null);
    if (open.length > 0 && despite === "")
      throw new AppError("handover.items_open", { count: open.length });
    const pack = await readPack(tx, context, handoverId);
    if (pack.sha256 !== packSha256) throw new AppError("handover.pack_changed");
    const isDone = handover.visitedOn !== null;
    await sql`
      update handover set status = ${isDone ? "done" : "accepted"}, accepted_by = ${actor.userId}::uuid, accepted_at = ${now},
        accepted_despite = ${open.length > 0 ? despite : null}, pack_sha256 = ${packSha256},
        closed_at = ${isDone ? now : null}::timestamptz
      where tenant_id = ${tenantId}::uuid and id = ${handoverId}::uuid`.execute(tx);
    await enqueueCycleRound(tx, tenantId, handover.account.id);
    return {
      done: "accepted",
      detail: { packSha256, openItems: open.map(({ key }) => key), isOverdue: handover.isOverdue },
    };
  });
