import type { UserRole, Visibility } from "@mainstay/domain/user/user-role";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import { AppError } from "../platform/http/app-error.ts";
import { createLink, deleteUnusedLinks } from "./one-time-link.ts";
import { findUser, insertUser, lockUser } from "./user-queries.ts";
import { presentUser } from "./user-view.ts";

/** Creates a colleague without a password and a link to choose one; the colleague can be given accounts at once. */
export const inviteUser = (
  context: Context,
  input: { email: string; name: string; role: UserRole; visibility: Visibility },
) =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    const id = newId();
    await insertUser(tx, tenantId, { ...input, id, passwordHash: null });
    const link = await createLink(tx, tenantId, now, {
      kind: "invite",
      email: input.email,
      name: input.name,
      role: input.role,
      createdBy: actor.userId,
    });
    const { role, visibility } = input;
    await recordAudit(tx, context, "user.invited", { kind: "user", id }, { role, visibility });
    const user = await findUser(tx, tenantId, id);
    if (!user) throw new AppError("user.not_found");
    return {
      user: presentUser(actor, user, now),
      path: link.path,
      expiresAt: link.expiresAt.toISOString(),
    };
  });

/** A fresh link to choose a (new) password; earlier links of the person end. */
export const inviteUserAgain = (context: Context, userId: string) =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    const user = await lockUser(tx, tenantId, userId);
    if (!user?.isActive) throw new AppError("user.not_found");
    if (user.id === actor.userId) throw new AppError("access.not_permitted");
    const { email, name, role } = user;
    await deleteUnusedLinks(tx, tenantId, { kind: "invite", email });
    const createdBy = actor.userId;
    const link = await createLink(tx, tenantId, now, {
      kind: "invite",
      email,
      name,
      role,
      createdBy,
    });
    await recordAudit(tx, context, "user.invited_again", { kind: "user", id: userId });
    return {
      user: presentUser(actor, user, now),
      path: link.path,
      expiresAt: link.expiresAt.toISOString(),
    };
  });
