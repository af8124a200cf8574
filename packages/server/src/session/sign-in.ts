import type { SignInAnswer } from "@mainstay/contract/session";
import { mintTenantId, type TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { PublicContext } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Database } from "../platform/db/open-database.ts";
import { withoutTenant, withTenant } from "../platform/db/open-transaction.ts";
import { blindScope } from "../platform/db/tenant-scope.ts";
import { AppError } from "../platform/http/app-error.ts";
import { countAttempt, refuseLocked } from "./count-attempt.ts";
import { answerFirstStep, passFirstStep } from "./pass-first-step.ts";
import { isPasswordRight } from "./password-hash.ts";
import { findSignInUsers, lockFailures, saveFailures } from "./session-queries.ts";
import type { UnknownFailures } from "./unknown-failures.ts";

/**
 * Signs in with mail address and password, or asks for the one-time code of who has a second factor. Refuses with the
 * same words and the same effort whether the address is unknown or the password wrong; every attempt is counted before
 * the password is looked at, so that many at once gain nothing.
 */
export const signIn = async (
  database: Database,
  unknown: UnknownFailures,
  context: PublicContext,
  input: { email: string; password: string },
): Promise<SignInAnswer> => {
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
      const passwordHash = user.password_hash ?? "";
      return begin(database, context, { tenantId, userId: user.id, passwordHash }, attempt.before);
    }
    await attempt.noteLockOut();
  }
  throw new AppError("session.wrong_credentials");
};

/** A whole sign-in forgives earlier failures; half of one only takes back its own. */
const begin = async (
  database: Database,
  context: PublicContext,
  user: { tenantId: TenantId; userId: string; passwordHash: string },
  failuresBefore: number,
): Promise<SignInAnswer> => {
  const { tenantId, userId } = user;
  const passed = await withTenant(database, blindScope(tenantId, userId), async (tx) => {
    await lockFailures(tx, tenantId, userId);
    const passed = await passFirstStep(tx, context, user);
    const isWhole = "session" in passed;
    const count = isWhole ? 0 : failuresBefore;
    await saveFailures(tx, tenantId, userId, { count, lockedUntil: null });
    if (!isWhole) return passed;
    const author = { tenantId, actor: { userId }, requestId: context.requestId };
    const subject = { kind: "session", id: passed.session.id };
    await recordAudit(tx, author, "session.started", subject, { method: "password" });
    return passed;
  });
  return answerFirstStep(context, passed);
};
