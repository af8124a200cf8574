import type { Context } from "../platform/access/context.ts";
import { announceAccessChange } from "../platform/access/access-news.ts";
import { demandSession } from "../platform/access/demand.ts";
import type { Gate } from "../platform/access/gate.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { findPassword, savePassword } from "../user/user-queries.ts";
import { hashNewPassword, isPasswordRight } from "./password-hash.ts";
import { deleteSessionsOf } from "./session-queries.ts";
import { startSession } from "./start-session.ts";

/** Sets a new password after the present one was given; every session ends and this browser gets a new one. */
export const changePassword = async (
  gate: Gate,
  context: Context,
  input: { currentPassword: string; newPassword: string },
): Promise<void> => {
  demandSession(context);
  const { tenantId, actor } = context;
  const user = await context.read((db) => findPassword(db, tenantId, actor.userId));
  if (!(await isPasswordRight(user?.passwordHash ?? null, input.currentPassword))) {
    throw new AppError("session.password_wrong");
  }
  const passwordHash = await hashNewPassword(input.newPassword, user?.email ?? "");
  const session = await context.write(async (tx) => {
    await savePassword(tx, tenantId, actor.userId, passwordHash);
    await deleteSessionsOf(tx, tenantId, actor.userId);
    const started = await startSession(
      tx,
      context,
      tenantId,
      actor.userId,
      context.sessionMethod ?? "password",
    );
    await announceAccessChange(tx, tenantId, actor.userId);
    await recordAudit(tx, context, "user.password_changed", { kind: "user", id: actor.userId });
    return started;
  });
  context.setSessionCookie(session);
  gate.forget(tenantId, actor.userId);
};
