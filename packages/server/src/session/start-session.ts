import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { SessionMethod } from "../platform/access/identity.ts";
import type { PublicContext } from "../platform/access/context.ts";
import { hashSecret, newSecret, readDotted, writeDotted } from "../platform/access/credential.ts";
import { sessionLongestMs } from "../platform/access/gate.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";

export interface StartedSession {
  readonly id: string;
  /** What the cookie holds; only its hash is kept. */
  readonly text: string;
  readonly expiresAt: Date;
}

/**
 * Begins a session with a secret of its own, never one the browser brought, and ends the one the browser came with:
 * a planted cookie gains nothing.
 */
export const startSession = async (
  tx: Tx,
  context: PublicContext,
  tenantId: TenantId,
  userId: string,
  method: SessionMethod = "password",
): Promise<StartedSession> => {
  const brought = context.sessionCookie ? readDotted(context.sessionCookie) : null;
  if (brought?.tenantId === tenantId) {
    await tx
      .deleteFrom("session")
      .where("tenant_id", "=", tenantId)
      .where("token_hash", "=", hashSecret(brought.secret))
      .execute();
  }
  const secret = newSecret();
  const id = newId();
  const expiresAt = new Date(context.now.getTime() + sessionLongestMs);
  await tx
    .insertInto("session")
    .values({
      tenant_id: tenantId,
      id,
      user_id: userId,
      method,
      token_hash: hashSecret(secret),
      user_agent: context.userAgent.replaceAll("\u0000", ""),
      ip: context.ip,
      created_at: context.now,
      last_seen_at: context.now,
      expires_at: expiresAt,
    })
    .execute();
  return { id, text: writeDotted(tenantId, secret), expiresAt };
};
