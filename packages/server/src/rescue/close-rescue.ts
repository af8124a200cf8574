import type { RescueView } from "@mainstay/contract/rescue";
import { avoidedLossMinor, shareFits } from "@mainstay/domain/rescue/avoided-loss";
import type { RescueOutcome } from "@mainstay/domain/rescue/rescue-kind";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { settleSignal } from "../signal/resolve-signal.ts";
import { getRescueView } from "./rescue-view.ts";
import { changeRescue, lockRescue } from "./work-on-rescue.ts";

/**
 * Ends a rescue: what share of the stake was kept, what the accepted offers cost, and so the avoided loss. Its signal, if nobody
 * resolved it yet, ends as saved (with the margin kept) or lost (with the margin gone); its open tasks are dropped.
 */
export const closeRescue = (
  context: Context,
  rescueId: string,
  result: { outcome: RescueOutcome; shareKept: number; note?: string | undefined },
): Promise<RescueView> =>
  context.write(async (tx) => {
    const { tenantId, actor, now, today } = context;
    const rescue = await lockRescue(tx, context, rescueId, "close");
    demandVersion(context, rescue.version);
    const { outcome, shareKept, note } = result;
    if (!shareFits(outcome, shareKept)) throw new AppError("rescue.share_unfit");
    if (rescue.offers.some(({ status }) => status === "waiting" || status === "made"))
      throw new AppError("rescue.offer_open");
    const costMinor = rescue.offers
      .filter(({ status }) => status === "accepted")
      .reduce((sum, offer) => sum + offer.costMinor, 0);
    const { stakeMinor } = rescue;
    const avoidedMinor = avoidedLossMinor({ stakeMinor, shareKept, costMinor });
    await changeRescue(tx, context, rescue, {
      status: outcome,
      share_kept: shareKept,
      cost_minor: costMinor,
      avoided_loss_minor: avoidedMinor,
      result_note: note || null,
      closed_by: actor.userId,
      closed_on: today,
    });
    await sql`
      update task set status = 'dropped', dropped_at = ${now}::timestamptz, version = version + 1
      where tenant_id = ${tenantId}::uuid and origin = 'rescue' and origin_id = ${rescueId}::uuid and status = 'open'`.execute(
      tx,
    );
    await recordAudit(
      tx,
      context,
      "rescue.closed",
      { kind: "rescue", id: rescueId },
      {
        accountId: rescue.account.id,
        outcome,
      },
    );
    if (rescue.signal)
      await settleSignal(tx, context, rescue.signal.id, {
        outcome: outcome === "lost" ? "lost" : "saved",
        note,
        moneyMinor: Math.round(stakeMinor * (outcome === "lost" ? 1 - shareKept : shareKept)),
      });
    return getRescueView(tx, actor, rescueId);
  });
