import type { SessionView } from "@mainstay/contract/session";
import { mintTenantId, type TenantId } from "@mainstay/domain/tenant/tenant-id";
import { lockOutMs } from "@mainstay/domain/user/lock-out";
import type { PublicContext } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Database } from "../platform/db/open-database.ts";
import { withoutTenant, withTenant } from "../platform/db/open-transaction.ts";
import { blindScope } from "../platform/db/tenant-scope.ts";
import { AppError } from "../platform/http/app-error.ts";
import { isPasswordRight } from "./password-hash.ts";
import { findSignInUsers, lockFailures, saveFailures } from "./session-queries.ts";
import { readSessionView } from "./session-view.ts";
import { startSession } from "./start-session.ts";
import type { UnknownFailures } from "./unknown-failures.ts";

/**
 * Signs in with mail address and password. Refuses with the same words and the same effort whether the address is
 * unknown or the password wrong; every attempt is counted before the password is looked at, so that many at once
 * gain nothing.
 */
export const signIn = async (
  database: Database,
  unknown: UnknownFailures,
  context: PublicContext,
  input: { email: string; password: string },
): Promise<SessionView> => {
  const users = await withoutTenant(database, (tx) => findSignInUsers(tx, input.email));
  if (users.length === 0) {
    refuseLocked(unknown.lockedUntil(input.email), context.now);
    unknown.count(input.email, context.now.getTime());
    await isPasswordRight(null, input.password);
    throw new AppError("session.wrong_credentials");
  }
  for (const user of users) {
    const tenantId = mintTenantId(user.tenant_id);
    const attempt = await countAttempt(database, context, tenantId, user.id);
    if (await isPasswordRight(user.password_hash, input.password)) {
      return beginSession(database, context, tenantId, user.id);
    }
    if (attempt.isLocking) await noteLockOut(database, context, tenantId, user.id, attempt.count);
  }
  throw new AppError("session.wrong_credentials");
};

const refuseLocked = (lockedUntil: number, now: Date): void => {
  const seconds = Math.ceil((lockedUntil - now.getTime()) / 1000);
  if (seconds > 0) throw new AppError("session.locked_out", { seconds });
};

const beginSession = async (
  database: Database,
  context: PublicContext,
  tenantId: TenantId,
  userId: string,
): Promise<SessionView> => {
  const { view, session } = await withTenant(database, blindScope(tenantId, userId), async (tx) => {
    await saveFailures(tx, tenantId, userId, { count: 0, lockedUntil: null });
    const session = await startSession(tx, context, tenantId, userId);
    const author = { tenantId, actor: { userId }, requestId: context.requestId };
    await recordAudit(tx, author, "session.started", { kind: "session", id: session.id });
    return { session, view: await readSessionView(tx, tenantId, userId, context.now) };
  });
  context.setSessionCookie(session);
  return view;
};

/** Refuses while locked; else counts one failure, which a right password takes back. */
const countAttempt = (
  database: Database,
  context: PublicContext,
  tenantId: TenantId,
  userId: string,
): Promise<{ count: number; isLocking: boolean }> =>
  withTenant(database, blindScope(tenantId, userId), async (tx) => {
    const known = await lockFailures(tx, tenantId, userId);
    if (!known) throw new AppError("session.wrong_credentials");
    refuseLocked(known.locked_until?.getTime() ?? 0, context.now);
    const count = known.failed_sign_ins + 1;
    const lockMs = lockOutMs(count);
    const lockedUntil = lockMs > 0 ? new Date(context.now.getTime() + lockMs) : null;
    await saveFailures(tx, tenantId, userId, { count, lockedUntil });
    return { count, isLocking: lockMs > 0 };
  });

const noteLockOut = (
  database: Database,
  context: PublicContext,
  tenantId: TenantId,
  userId: string,
  failures: number,
): Promise<void> =>
  withTenant(database, blindScope(tenantId, userId), (tx) => {
    const author = { tenantId, actor: null, requestId: context.requestId };
    const subject = { kind: "user", id: userId };
    return recordAudit(tx, author, "user.locked_out", subject, { failures });
  });
