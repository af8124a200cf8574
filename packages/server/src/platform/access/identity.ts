import type { Actor } from "@mainstay/domain/access/actor";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { sessionMethods } from "@mainstay/contract/session";
import type { Locale } from "@mainstay/phrases/locale";

export type SessionMethod = (typeof sessionMethods)[number];

/** What the gate knows of a caller after checking the credential. */
export interface Identity {
  readonly actor: Actor;
  readonly tenantId: TenantId;
  /** The session's or the token's own id. */
  readonly credentialId: string;
  readonly isSession: boolean;
  /** How the session began; null for a token. */
  readonly method: SessionMethod | null;
  /** The workspace demands a second factor of the role and this session has none: only setting one up is open. */
  readonly needsSecondFactor: boolean;
  readonly userName: string;
  readonly userLocale: Locale | null;
  readonly workspace: Workspace;
  readonly expiresAt: Date | null;
  readonly seenAt: Date;
}

/** Settings of the tenant that nearly every act needs. */
export interface Workspace {
  readonly name: string;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly baseCurrency: string;
  readonly amountUnit: "yuan" | "ten_thousand_yuan";
}
