import type { SignalView } from "@mainstay/contract/signal";
import { notify } from "../notification/notify.ts";
import type { Context } from "../platform/access/context.ts";
import { demandActiveUsers } from "../user/demand-active-users.ts";
import { workOnSignalIn } from "./work-on-signal.ts";

/** Names who takes care and tells them; nobody for `null`. The owner must be an active user of the workspace. */
export const assignSignal = (
  context: Context,
  signalId: string,
  ownerUserId: string | null,
): Promise<SignalView> =>
  context.write(async (tx) => {
    const signal = await workOnSignalIn(tx, context, signalId, {
      act: "assign",
      done: "assigned",
      change: { owner_user_id: ownerUserId },
      detail: { ownerUserId },
      check: async () => {
        if (ownerUserId !== null)
          await demandActiveUsers(tx, context.tenantId, [ownerUserId], "signal.owner_not_found");
      },
    });
    if (ownerUserId !== null)
      await notify(tx, context.tenantId, {
        userIds: [ownerUserId],
        kind: "signal_assigned",
        subjectKind: "signal",
        subjectId: signalId,
        accountId: signal.account.id,
        reason: { params: { signalKind: signal.kind, severity: signal.severity } },
        dedupeKey: `signal_assigned:${signalId}:${signal.version}`,
      });
    return signal;
  });
