import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { Clock } from "../clock/clock.ts";
import { withTenant, withTenantReadOnly } from "../db/open-transaction.ts";
import { blindScope } from "../db/tenant-scope.ts";
import type { Database } from "../db/open-database.ts";
import { type Credential, hashSecret } from "./credential.ts";
import type { Identity } from "./identity.ts";
import { findIdentity } from "./identity-queries.ts";
import { markSeen } from "./mark-seen.ts";

/** A session ends after this long without a request, and in any case at its own end. */
export const sessionIdleMs = 7 * 86_400_000;
export const sessionLongestMs = 30 * 86_400_000;
const seenEveryMs = 5 * 60_000;
const rememberMs = 5_000;
const rememberAtMost = 10_000;

/** Turns credentials into identities. */
export interface Gate {
  identify(credential: Credential): Promise<Identity | null>;
  /** Drops what is remembered of a tenant or of one of its users, after a change that touches their rights. */
  forget(tenantId: string, userId?: string): void;
  forgetAll(): void;
  /** While nobody tells us of other processes' changes nothing may be remembered. */
  setRemembering(isOn: boolean): void;
}

/**
 * Identities are remembered for 5 s, so that most requests need no look-up. A change in this process is forgotten at
 * once (`forget`, after commit); a change in another process is told by NOTIFY (`access-news.ts`); without that
 * connection nothing is remembered. A look-up that began before a `forget` is answered but not remembered.
 */
export const createGate = (database: Database, clock: Clock): Gate => {
  const remembered = new Map<string, { identity: Identity; until: number }>();
  let epoch = 0;
  let isRemembering = false;

  const look = async (credential: Credential, now: Date): Promise<Identity | null> => {
    const scope = blindScope(credential.tenantId);
    const identity = await withTenantReadOnly(database, scope, (db) =>
      findIdentity(db, credential, now),
    );
    if (!identity) return null;
    const idleMs = now.getTime() - identity.seenAt.getTime();
    if (identity.isSession && idleMs > sessionIdleMs) return null;
    if (idleMs > seenEveryMs) {
      await withTenant(database, scope, (tx) => markSeen(tx, identity, now));
    }
    return identity;
  };

  return {
    async identify(credential) {
      const now = clock.now();
      const key = `${credential.kind}:${credential.tenantId}:${hashSecret(credential.secret).toString("base64")}`;
      const known = remembered.get(key);
      if (known && known.until > now.getTime()) {
        const { expiresAt } = known.identity;
        if (expiresAt === null || expiresAt > now) return known.identity;
      }
      remembered.delete(key);
      const begun = epoch;
      const identity = await look(credential, now);
      if (identity && isRemembering && begun === epoch) {
        if (remembered.size >= rememberAtMost) remembered.clear();
        remembered.set(key, { identity, until: now.getTime() + rememberMs });
      }
      return identity;
    },
    forget(tenantId: TenantId | string, userId?: string) {
      epoch += 1;
      for (const [key, { identity }] of remembered) {
        if (identity.tenantId !== tenantId) continue;
        if (userId === undefined || identity.actor.userId === userId) remembered.delete(key);
      }
    },
    forgetAll() {
      epoch += 1;
      remembered.clear();
    },
    setRemembering(isOn) {
      isRemembering = isOn;
      if (!isOn) this.forgetAll();
    },
  };
};
