import type { UserRole, Visibility } from "@mainstay/domain/user/user-role";
import { announceAccessChange } from "../platform/access/access-news.ts";
import type { Context } from "../platform/access/context.ts";
import type { Gate } from "../platform/access/gate.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import { AppError } from "../platform/http/app-error.ts";
import { createLink, deleteUnusedLinks } from "./one-time-link.ts";
import { findUser, insertUser, lockUser } from "./user-queries.ts";
import { presentUser } from "./user-view.ts";

/** Creates a colleague without a password and a link to choose one; the colleague can be given accounts at once. */
export const inviteUser = async (
  gate: Gate,
  context: Context,
  input: {
    email: string;
    name: string;
    role: UserRole;
    visibility: Visibility;
    departmentId?: string | null | undefined;
  },
) => {
  const invited = await context.write(async (tx) => {
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
    const { role, visibility, departmentId = null } = input;
    const detail = { role, visibility, departmentId };
    await recordAudit(tx, context, "user.invited", { kind: "user", id }, detail);
    // Their department's team grew by one.
    await announceAccessChange(tx, tenantId);
    const user = await findUser(tx, tenantId, id);
    if (!user) throw new AppError("user.not_found");
    return {
      user: presentUser(actor, user, now),
      path: link.path,
      expiresAt: link.expiresAt.toISOString(),
    };
  });
  gate.forget(context.tenantId);
  return invited;
};

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
