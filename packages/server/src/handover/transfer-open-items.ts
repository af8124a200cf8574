import type { HandoverView } from "@mainstay/contract/handover";
import type { TransferredThing } from "@mainstay/domain/handover/transferred-thing";
import { type RawBuilder, sql } from "kysely";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import type { Context } from "../platform/access/context.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";
import { transferServiceItems } from "./transfer-service-items.ts";
import { workOnHandover } from "./work-on-handover.ts";

type Moved = { what: TransferredThing; count: number }[];

/** Where the open items stand, and which of them are open. */
const places: readonly (readonly [TransferredThing, string, RawBuilder<boolean>])[] = [
  ["tasks", "task", sql`status = 'open'`],
  ["obligations", "obligation", sql`status = 'open'`],
  ["signals", "signal", sql`status <> 'resolved'`],
  ["rescues", "rescue", sql`status = 'running'`],
];

/**
 * 移交未结事项 Hands the account's open tasks, obligations, signals, rescues, plans, cases, promises, needs and loops of the colleague who
 * leaves the seat to the one who takes it. What others of us have on the account stays with them.
 */
export const transferOpenItems = async (
  context: Context,
  handoverId: string,
): Promise<HandoverView & { moved: Moved }> => {
  let moved: Moved = [];
  const view = await workOnHandover(context, handoverId, "transfer", async (tx, handover) => {
    const { tenantId, now, actor, today } = context;
    const accountId = handover.account.id;
    const [from, to] = [sql`${handover.from?.id ?? null}::uuid`, sql`${handover.to?.id}::uuid`];
    const where = (open: RawBuilder<boolean>) =>
      sql`tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid and owner_user_id = ${from} and ${open}`;
    moved = await seeingAll(tx, async () => {
      const counts: Moved = [];
      for (const [what, table, open] of places) {
        const { numAffectedRows: count } = await sql`
          update ${sql.table(table)} set owner_user_id = ${to}, version = version + 1 where ${where(open)}`.execute(
          tx,
        );
        counts.push({ what, count: Number(count) });
      }
      const { numAffectedRows: plans } = await sql`
        update calendar_entry set owner_user_id = ${to}, version = version + 1, updated_at = ${now},
          our_user_ids = case when ${to} = any(our_user_ids) then array_remove(our_user_ids, ${from})
            else array_replace(our_user_ids, ${from}, ${to}) end
        where ${where(sql`(recurrence is not null or on_date >= ${today}::date)`)}`.execute(tx);
      counts.push({ what: "calendarEntries", count: Number(plans) });
      if (handover.from && handover.to)
        counts.push(
          ...(await transferServiceItems(tx, context, {
            accountId,
            fromUserId: handover.from.id,
            toUserId: handover.to.id,
          })),
        );
      return counts.filter(({ count }) => count > 0);
    });
    await sql`update handover_item set done_at = ${now}, done_by = ${actor.userId}::uuid
      where tenant_id = ${tenantId}::uuid and handover_id = ${handoverId}::uuid and key = 'transfer_open_items'
        and done_at is null`.execute(tx);
    await enqueueCycleRound(tx, tenantId, accountId);
    const detail = Object.fromEntries(moved.map(({ what, count }) => [what, count]));
    return {
      done: "open_items_moved",
      detail: {
        ...detail,
        fromUserId: handover.from?.id ?? null,
        toUserId: handover.to?.id ?? null,
      },
    };
  });
  return { ...view, moved };
};
