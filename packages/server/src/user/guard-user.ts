import type { UserView } from "@mainstay/contract/user";
import { announceAccessChange } from "../platform/access/access-news.ts";
import type { Context } from "../platform/access/context.ts";
import type { Gate } from "../platform/access/gate.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { deletePasskeysOf } from "../passkey/passkey-queries.ts";
import { deleteSecondFactor } from "../second-factor/second-factor-queries.ts";
import { presentSession } from "../session/present-session.ts";
import {
  deleteSession,
  deleteSessionsOf,
  listSessions,
  saveFailures,
} from "../session/session-queries.ts";
import { findUser, lockUser, type UserRecord } from "./user-queries.ts";
import { presentUser } from "./user-view.ts";

/** Opens a colleague's sign-in that too many failures closed. */
export const unlockUser = (gate: Gate, context: Context, userId: string): Promise<UserView> =>
  guard(gate, context, userId, "user.unlocked", (tx) =>
    saveFailures(tx, context.tenantId, userId, { count: 0, lockedUntil: null }),
  );

/**
 * For a lost phone: takes authenticator, recovery codes and passkeys away and ends every session; the password alone
 * signs in until a new second factor is set up. Not one's own: that asks for one's password.
 */
export const resetSecondFactor = (
  gate: Gate,
  context: Context,
  userId: string,
): Promise<UserView> =>
  guard(gate, context, userId, "user.second_factor_reset", async (tx) => {
    if (userId === context.actor.userId) throw new AppError("access.not_permitted");
    await deleteSecondFactor(tx, context.tenantId, userId);
    await deletePasskeysOf(tx, context.tenantId, userId);
    await deleteSessionsOf(tx, context.tenantId, userId);
  });

/** Ends every session of a colleague; their tokens stay. */
export const endSessionsOfUser = async (
  gate: Gate,
  context: Context,
  userId: string,
): Promise<void> => {
  await guard(gate, context, userId, "user.sessions_ended", (tx) =>
    deleteSessionsOf(tx, context.tenantId, userId, context.credentialId),
  );
};

/** Ends one session of a colleague; one that is not theirs ends nothing. */
export const endSessionOfUser = async (
  gate: Gate,
  context: Context,
  userId: string,
  sessionId: string,
): Promise<void> => {
  const { tenantId } = context;
  await context.write(async (tx) => {
    if (!(await findUser(tx, tenantId, userId))) throw new AppError("user.not_found");
    if (!(await deleteSession(tx, tenantId, userId, sessionId))) return;
    await announceAccessChange(tx, tenantId, userId);
    const subject = { kind: "session", id: sessionId };
    await recordAudit(tx, context, "session.ended", subject, { userId });
  });
  gate.forget(tenantId, userId);
};

/** Where a colleague is signed in. */
export const listSessionsOfUser = (context: Context, userId: string) =>
  context.read(async (db) => {
    if (!(await findUser(db, context.tenantId, userId))) throw new AppError("user.not_found");
    const rows = await listSessions(db, context.tenantId, userId, context.now);
    return { items: rows.map((row) => presentSession(row, context.credentialId)) };
  });

const guard = async (
  gate: Gate,
  context: Context,
  userId: string,
  act: `user.${string}`,
  work: (tx: Tx, user: UserRecord) => Promise<unknown>,
): Promise<UserView> => {
  const { tenantId, actor, now } = context;
  const view = await context.write(async (tx) => {
    const user = await lockUser(tx, tenantId, userId);
    if (!user) throw new AppError("user.not_found");
    await work(tx, user);
    await announceAccessChange(tx, tenantId, userId);
    await recordAudit(tx, context, act, { kind: "user", id: userId });
    return presentUser(actor, (await findUser(tx, tenantId, userId)) ?? user, now);
  });
  gate.forget(tenantId, userId);
  return view;
};
