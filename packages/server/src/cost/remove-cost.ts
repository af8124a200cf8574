import { sql } from "kysely";
import { recordCaseEvent } from "../case/record-case-event.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { findCost } from "./cost-queries.ts";

/** Takes a cost back that was noted by mistake; the timeline of its case keeps both. */
export const removeCost = (context: Context, costId: string): Promise<undefined> =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    const cost = await findCost(tx, actor, costId);
    if (!cost) throw new AppError("cost.not_found");
    if (!cost.can.remove) throw new AppError("access.not_permitted");
    const { rows } = await sql<{ source_id: string | null; account_id: string }>`
      delete from cost_entry where tenant_id = ${tenantId}::uuid and id = ${costId}::uuid
      returning source_id, account_id`.execute(tx);
    const gone = rows[0];
    if (!gone) throw new AppError("cost.not_found");
    const detail = { costId, kind: cost.kind, amountMinor: cost.amountMinor };
    if (gone.source_id !== null)
      await recordCaseEvent(tx, {
        tenantId,
        caseId: gone.source_id,
        kind: "cost_removed",
        at: now,
        byUserId: actor.userId,
        detail,
      });
    const subject = { kind: "case", id: gone.source_id };
    await recordAudit(tx, context, "case.cost_removed", subject, {
      accountId: gone.account_id,
      ...detail,
    });
    return undefined;
  });
