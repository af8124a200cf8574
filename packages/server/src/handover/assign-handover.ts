import type { HandoverView } from "@mainstay/contract/handover";
import { sql } from "kysely";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import { notify } from "../notification/notify.ts";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { demandTaskOwner } from "../task/demand-task-owner.ts";
import { giveSeat } from "./give-seat.ts";
import { workOnHandover } from "./work-on-handover.ts";

/**
 * 指派接手人 Ours: gives the seat to a colleague, who becomes the account's manager, backup or sponsor at once; theirs: names who
 * of us keeps the relation. The clock runs on.
 */
export const assignHandover = (
  context: Context,
  handoverId: string,
  userId: string,
): Promise<HandoverView> =>
  workOnHandover(context, handoverId, "assign", async (tx, handover) => {
    const { tenantId } = context;
    await demandTaskOwner(tx, tenantId, userId);
    if (handover.from?.id === userId) throw new AppError("handover.successor_unfit");
    const accountId = handover.account.id;
    if (handover.seat === null) {
      await sql`update handover set owner_user_id = ${userId}::uuid
        where tenant_id = ${tenantId}::uuid and id = ${handoverId}::uuid`.execute(tx);
    } else {
      await giveSeat(tx, context, { accountId, seat: handover.seat, userId });
      await sql`update handover set to_user_id = ${userId}::uuid
        where tenant_id = ${tenantId}::uuid and id = ${handoverId}::uuid`.execute(tx);
    }
    await notify(tx, tenantId, {
      userIds: [userId],
      kind: "handover_started",
      subjectKind: "handover",
      subjectId: handoverId,
      accountId,
      reason: {
        code: "notification.handover_started",
        params: { side: handover.side, dueAt: handover.dueAt },
      },
      dedupeKey: `handover_assigned:${handoverId}:${userId}`,
    });
    await enqueueCycleRound(tx, tenantId, accountId);
    return { done: "assigned", detail: { userId } };
  });
