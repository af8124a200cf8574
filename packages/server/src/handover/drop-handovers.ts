import { type RawBuilder, sql } from "kysely";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";
import type { HandoverAuthor } from "./start-handover.ts";

/** Ends running handovers whose cause is gone (the contact came back, the seat went back), each with its audit row. */
export const dropHandovers = (
  tx: Tx,
  author: HandoverAuthor,
  condition: RawBuilder<unknown>,
  because: "person_returned" | "seat_returned" | "seat_moved_on",
): Promise<void> =>
  seeingAll(tx, async () => {
    const { tenantId, now } = author;
    const { rows } = await sql<{ id: string; account_id: string }>`
      update handover set status = 'dropped', dropped_because = ${because}, closed_at = ${now}, version = version + 1, updated_at = ${now}
      where tenant_id = ${tenantId}::uuid and status in ('open', 'accepted') and ${condition}
      returning id, account_id`.execute(tx);
    for (const { id, account_id: accountId } of rows) {
      await recordAudit(
        tx,
        author,
        "handover.dropped",
        { kind: "handover", id },
        { accountId, because },
      );
      await enqueueCycleRound(tx, tenantId, accountId);
    }
  });
