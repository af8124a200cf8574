import type { SignalView } from "@mainstay/contract/signal";
import { notify } from "../notification/notify.ts";
import type { Context } from "../platform/access/context.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { workOnSignalIn } from "./work-on-signal.ts";

const demandActiveUser = async (tx: Tx, tenantId: string, userId: string): Promise<void> => {
  const owner = await tx
    .selectFrom("app_user")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", userId)
    .where("is_active", "=", true)
    .executeTakeFirst();
  if (!owner) throw new AppError("signal.owner_not_found");
};

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
        if (ownerUserId !== null) await demandActiveUser(tx, context.tenantId, ownerUserId);
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
