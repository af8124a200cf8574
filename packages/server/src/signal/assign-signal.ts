import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { workOnSignal } from "./work-on-signal.ts";

/** Names who takes care; nobody for `null`. The owner must be an active user of the workspace. */
export const assignSignal = (context: Context, signalId: string, ownerUserId: string | null) =>
  workOnSignal(context, signalId, {
    act: "assign",
    done: "assigned",
    change: { owner_user_id: ownerUserId },
    detail: { ownerUserId },
    check: async (tx) => {
      if (ownerUserId === null) return;
      const owner = await tx
        .selectFrom("app_user")
        .select("id")
        .where("tenant_id", "=", context.tenantId)
        .where("id", "=", ownerUserId)
        .where("is_active", "=", true)
        .executeTakeFirst();
      if (!owner) throw new AppError("signal.owner_not_found");
    },
  });
