import type { HandoverView } from "@mainstay/contract/handover";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { getHandoverView, getWrittenHandoverView } from "./handover-queries.ts";

/** What an act did, for its audit row. */
export interface HandoverDeed {
  /** The act without its noun, as the audit names it. */
  readonly done: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/**
 * The frame of every act on a handover: find and lock it in the actor's sight, demand the version, ask the policy, do the work,
 * count the version up, and record.
 */
export const workOnHandover = (
  context: Context,
  handoverId: string,
  ability: keyof HandoverView["can"],
  work: (tx: Tx, handover: HandoverView) => Promise<HandoverDeed>,
): Promise<HandoverView> =>
  context.write(async (tx) => {
    const { tenantId, now } = context;
    const { rows } = await sql`
      select 1 from handover where tenant_id = ${tenantId}::uuid and id = ${handoverId}::uuid for update`.execute(
      tx,
    );
    if (rows.length === 0) throw new AppError("handover.not_found");
    const before = await getHandoverView(tx, context, handoverId);
    demandVersion(context, before.version);
    if (!before.can[ability])
      throw new AppError(
        isPast(before.status, ability) ? "handover.ended" : "access.not_permitted",
      );
    const { done, detail = {} } = await work(tx, before);
    await sql`update handover set version = version + 1, updated_at = ${now}
      where tenant_id = ${tenantId}::uuid and id = ${handoverId}::uuid`.execute(tx);
    await recordAudit(
      tx,
      context,
      `handover.${done}`,
      { kind: "handover", id: handoverId },
      { accountId: before.account.id, ...detail },
    );
    return getWrittenHandoverView(tx, context, handoverId);
  });

/** Whether nobody could do this any more: it has ended, or has been accepted already. */
const isPast = (status: HandoverView["status"], ability: keyof HandoverView["can"]): boolean =>
  status === "done" ||
  status === "dropped" ||
  (status === "accepted" && (ability === "accept" || ability === "assign"));
