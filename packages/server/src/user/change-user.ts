import type { UserView } from "@mainstay/contract/user";
import { leavesNoAdmin, userAbilities } from "@mainstay/domain/user/user-policy";
import type { UserRole, Visibility } from "@mainstay/domain/user/user-role";
import { announceAccessChange } from "../platform/access/access-news.ts";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import type { Gate } from "../platform/access/gate.ts";
import { handOverSeatsOf, returnSeatsTo } from "../handover/seat-handovers.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { deleteSessionsOf } from "../session/session-queries.ts";
import { deleteUnusedLinks } from "./one-time-link.ts";
import { countOtherAdmins, findUser, lockUser, saveUser, type UserRecord } from "./user-queries.ts";
import { presentUser } from "./user-view.ts";

interface UserChange {
  name?: string | undefined;
  role?: UserRole | undefined;
  visibility?: Visibility | undefined;
  departmentId?: string | null | undefined;
}

/** Changes a colleague's name, role, department or what they see; their next request already follows it. */
export const editUser = (
  gate: Gate,
  context: Context,
  userId: string,
  change: UserChange,
): Promise<UserView> =>
  changeUser(gate, context, userId, "user.edited", change, { ...change }, async () => {});

/** Closes a colleague's access: sessions, links and with them every token end at once. */
export const deactivateUser = (gate: Gate, context: Context, userId: string): Promise<UserView> =>
  changeUser(
    gate,
    context,
    userId,
    "user.deactivated",
    { isActive: false },
    {},
    async (tx, user) => {
      if (user.isActive && !userAbilities(context.actor, user).deactivate) {
        throw new AppError("access.not_permitted");
      }
      await deleteSessionsOf(tx, context.tenantId, userId);
      await deleteUnusedLinks(tx, context.tenantId, { kind: "invite", email: user.email });
      if (user.isActive) await handOverSeatsOf(tx, context, userId);
    },
  );

/** Opens a colleague's access again, with the password and tokens they had. */
export const reactivateUser = (gate: Gate, context: Context, userId: string): Promise<UserView> =>
  changeUser(gate, context, userId, "user.reactivated", { isActive: true }, {}, (tx) =>
    returnSeatsTo(tx, context, userId),
  );

const changeUser = async (
  gate: Gate,
  context: Context,
  userId: string,
  act: `user.${string}`,
  change: UserChange & { isActive?: boolean },
  detail: Record<string, unknown>,
  besides: (tx: Tx, user: UserRecord) => Promise<void>,
): Promise<UserView> => {
  const { tenantId, actor, now } = context;
  const view = await context.write(async (tx) => {
    // Administrators are locked first and in one order, so that two changes at once cannot remove the last two.
    const otherAdmins = await countOtherAdmins(tx, tenantId, userId);
    const user = await lockUser(tx, tenantId, userId);
    if (!user) throw new AppError("user.not_found");
    demandVersion(context, user.version);
    if (leavesNoAdmin(user, withoutGaps(change), otherAdmins)) {
      throw new AppError("user.last_admin");
    }
    await besides(tx, user);
    await saveUser(tx, tenantId, userId, withoutGaps(change));
    // A colleague who comes, goes or moves changes what the heads of their departments see.
    await announceAccessChange(tx, tenantId);
    await recordAudit(tx, context, act, { kind: "user", id: userId }, detail);
    const changed = await findUser(tx, tenantId, userId);
    return presentUser(actor, changed ?? user, now);
  });
  gate.forget(tenantId);
  return view;
};

const withoutGaps = (change: UserChange & { isActive?: boolean }) => ({
  ...(change.name === undefined ? {} : { name: change.name }),
  ...(change.role === undefined ? {} : { role: change.role }),
  ...(change.visibility === undefined ? {} : { visibility: change.visibility }),
  ...(change.departmentId === undefined ? {} : { departmentId: change.departmentId }),
  ...(change.isActive === undefined ? {} : { isActive: change.isActive }),
});
