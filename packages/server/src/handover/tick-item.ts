import type { HandoverView, handovers } from "@mainstay/contract/handover";
import type { HandoverItemKey } from "@mainstay/domain/handover/handover-item";
import { sql } from "kysely";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { workOnHandover } from "./work-on-handover.ts";

/** Marks one thing of the checklist done, by whom and when, or takes that back. */
export const tickItem = (
  context: Context,
  handoverId: string,
  itemKey: HandoverItemKey,
  { isDone, note }: z.output<NonNullable<typeof handovers.tick.body>>,
): Promise<HandoverView> =>
  workOnHandover(context, handoverId, "tick", async (tx, handover) => {
    const item = handover.items.find(({ key }) => key === itemKey);
    if (!item) throw new AppError("handover.item_unknown");
    await sql`
      update handover_item set note = ${note ?? item.note},
        done_at = ${isDone ? (item.doneAt ?? context.now) : null}::timestamptz,
        done_by = ${isDone ? (item.doneBy?.id ?? context.actor.userId) : null}::uuid
      where tenant_id = ${context.tenantId}::uuid and handover_id = ${handoverId}::uuid and key = ${itemKey}`.execute(
      tx,
    );
    const detail = { itemKey };
    return isDone ? { done: "item_done", detail } : { done: "item_reopened", detail };
  });
