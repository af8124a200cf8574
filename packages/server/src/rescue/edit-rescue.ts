import type { RescueView } from "@mainstay/contract/rescue";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { demandTaskOwner } from "../task/demand-task-owner.ts";
import { getRescueView } from "./rescue-view.ts";
import { changeRescue, lockRescue } from "./work-on-rescue.ts";

/** Changes what a running rescue is to reach, or who carries it. */
export const editRescue = (
  context: Context,
  rescueId: string,
  change: { goal?: string | undefined; ownerUserId?: string | null | undefined },
): Promise<RescueView> =>
  context.write(async (tx) => {
    const rescue = await lockRescue(tx, context, rescueId, "edit");
    demandVersion(context, rescue.version);
    if (change.ownerUserId) await demandTaskOwner(tx, context.tenantId, change.ownerUserId);
    await changeRescue(tx, context, rescue, {
      ...(change.goal === undefined ? {} : { goal: change.goal }),
      ...(change.ownerUserId === undefined ? {} : { owner_user_id: change.ownerUserId }),
    });
    const subject = { kind: "rescue", id: rescueId };
    await recordAudit(tx, context, "rescue.edited", subject, { accountId: rescue.account.id });
    return getRescueView(tx, context.actor, rescueId);
  });
