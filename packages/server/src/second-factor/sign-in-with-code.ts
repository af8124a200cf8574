import type { SessionView } from "@mainstay/contract/session";
import { mintTenantId } from "@mainstay/domain/tenant/tenant-id";
import type { PublicContext } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { blindScope } from "../platform/db/tenant-scope.ts";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { open } from "../platform/secrets/seal.ts";
import { countAttempt } from "../session/count-attempt.ts";
import { type CodeStep, markOfPassword } from "../session/pass-first-step.ts";
import { saveFailures } from "../session/session-queries.ts";
import { readSessionView } from "../session/session-view.ts";
import { startSession } from "../session/start-session.ts";
import { matchingStep } from "./one-time-code.ts";
import { hashRecoveryCode } from "./recovery-code.ts";
import { findSecondFactor, spendRecoveryCode, spendStep } from "./second-factor-queries.ts";
import { secretPlace } from "./set-up-second-factor.ts";

/**
 * The second step: a one-time code, or a recovery code. Only after the password was right within five minutes; wrong
 * codes count like wrong passwords; a code works once.
 */
export const signInWithCode = async (
  app: App,
  context: PublicContext,
  code: string,
): Promise<SessionView> => {
  const { database } = app;
  const step = context.readStep<CodeStep>("code");
  if (!step) throw new AppError("session.step_expired");
  const tenantId = mintTenantId(step.tenantId);
  const { userId } = step;
  const attempt = await countAttempt(database, context, tenantId, userId);
  const done = await withTenant(database, blindScope(tenantId, userId), async (tx) => {
    await demandLivingStep(tx, step);
    const method = await spendCode(app, tx, context, step, code.replace(/[\s-]/g, ""));
    if (method === null) return null;
    await saveFailures(tx, tenantId, userId, { count: 0, lockedUntil: null });
    const session = await startSession(tx, context, tenantId, userId, "code");
    const author = { tenantId, actor: { userId }, requestId: context.requestId };
    const subject = { kind: "session", id: session.id };
    await recordAudit(tx, author, "session.started", subject, { method });
    return { session, view: await readSessionView(tx, tenantId, userId, context.now, "code") };
  });
  if (!done) {
    await attempt.noteLockOut();
    throw new AppError("session.code_wrong");
  }
  context.setStep("code", null);
  context.setSessionCookie(done.session);
  return done.view;
};

/** Refuses a step whose user was closed, or whose password was changed since. */
const demandLivingStep = async (tx: Tx, { tenantId, userId, passwordMark }: CodeStep) => {
  const user = await tx
    .selectFrom("app_user")
    .select(["password_hash", "is_active"])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", userId)
    .executeTakeFirst();
  if (!user?.is_active || markOfPassword(user.password_hash) !== passwordMark) {
    throw new AppError("session.step_expired");
  }
};

const spendCode = async (
  app: App,
  tx: Tx,
  { now }: PublicContext,
  { tenantId: tenant, userId }: CodeStep,
  code: string,
): Promise<"code" | "recovery_code" | null> => {
  const tenantId = mintTenantId(tenant);
  const factor = await findSecondFactor(tx, tenantId, userId);
  if (!factor?.confirmedAt) throw new AppError("session.step_expired");
  if (/^\d{6}$/.test(code)) {
    const secret = open(app.keyRing, secretPlace(tenantId, userId), factor.secretSealed);
    const step = matchingStep(secret, code, now);
    return step !== null && (await spendStep(tx, tenantId, userId, step)) ? "code" : null;
  }
  const hash = hashRecoveryCode(userId, code);
  return (await spendRecoveryCode(tx, tenantId, userId, hash, now)) ? "recovery_code" : null;
};
