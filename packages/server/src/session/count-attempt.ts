import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { lockOutMs } from "@mainstay/domain/user/lock-out";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Database } from "../platform/db/open-database.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { blindScope } from "../platform/db/tenant-scope.ts";
import { AppError } from "../platform/http/app-error.ts";
import { lockFailures, saveFailures } from "./session-queries.ts";

interface Asking {
  readonly now: Date;
  readonly requestId: string;
}

export interface Attempt {
  /** Failures before this attempt. */
  readonly before: number;
  /** Takes the attempt back, for a right secret that does not end the sign-in yet. */
  readonly takeBack: () => Promise<void>;
  /** Writes down that sign-in is closed now, where this failure closed it. */
  readonly noteLockOut: () => Promise<void>;
}

/** Refuses while sign-in is closed by failures, with the seconds to wait. */
export const refuseLocked = (lockedUntil: number, now: Date): void => {
  const seconds = Math.ceil((lockedUntil - now.getTime()) / 1000);
  if (seconds > 0) throw new AppError("session.locked_out", { seconds });
};

/**
 * Refuses while locked; else counts one failure before the secret is looked at, so that many attempts at once gain
 * nothing. Passwords and second factors are counted together.
 */
export const countAttempt = async (
  database: Database,
  { now, requestId }: Asking,
  tenantId: TenantId,
  userId: string,
): Promise<Attempt> => {
  const scope = blindScope(tenantId, userId);
  const { before, isLocking } = await withTenant(database, scope, async (tx) => {
    const known = await lockFailures(tx, tenantId, userId);
    if (!known) throw new AppError("session.wrong_credentials");
    refuseLocked(known.locked_until?.getTime() ?? 0, now);
    const count = known.failed_sign_ins + 1;
    const lockMs = lockOutMs(count);
    const lockedUntil = lockMs > 0 ? new Date(now.getTime() + lockMs) : null;
    await saveFailures(tx, tenantId, userId, { count, lockedUntil });
    return { before: known.failed_sign_ins, isLocking: lockMs > 0 };
  });
  return {
    before,
    takeBack: () =>
      withTenant(database, scope, async (tx) => {
        const known = await lockFailures(tx, tenantId, userId);
        const count = Math.max(0, (known?.failed_sign_ins ?? 1) - 1);
        await saveFailures(tx, tenantId, userId, { count, lockedUntil: null });
      }),
    noteLockOut: async () => {
      if (!isLocking) return;
      const author = { tenantId, actor: null, requestId };
      const subject = { kind: "user", id: userId };
      await withTenant(database, scope, (tx) =>
        recordAudit(tx, author, "user.locked_out", subject, { failures: before + 1 }),
      );
    },
  };
};
