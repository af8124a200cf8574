import type { Actor } from "@mainstay/domain/access/actor";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { Locale } from "@mainstay/phrases/locale";
import type { Db, Tx } from "../db/database-handles.ts";
import type { Log } from "../log/create-log.ts";
import type { SessionMethod, Workspace } from "./identity.ts";
import type { StepKind } from "./step-cookie.ts";

/** What every act gets, signed in or not. */
export interface PublicContext {
  readonly now: Date;
  readonly locale: Locale;
  readonly requestId: string;
  readonly log: Log;
  readonly ip: string;
  readonly userAgent: string;
  /** The session cookie as the browser sent it, unchecked. */
  readonly sessionCookie: string | undefined;
  /** `https://host[:port]` as people type it; what single sign-on comes back to and passkeys are bound to. */
  readonly origin: string;
  /** What an earlier request of this browser kept for a step of signing in; null when none or too old. */
  readonly readStep: <State>(kind: StepKind) => State | null;
  /** Keeps what the next request of the step needs, or ends the step. */
  readonly setStep: (kind: StepKind, state: object | null) => void;
  /** Sets or clears the session cookie of the answer. */
  readonly setSessionCookie: (value: { text: string; expiresAt: Date } | null) => void;
}

/** Who asks, in which workspace, on which day; and the only ways to the database. */
export interface Context extends PublicContext {
  readonly actor: Actor;
  readonly tenantId: TenantId;
  /** The calendar day in the workspace's time zone. */
  readonly today: IsoDay;
  readonly workspace: Workspace;
  /** The session or token the caller came with. */
  readonly credentialId: string;
  /** How the session began; null for a token. */
  readonly sessionMethod: SessionMethod | null;
  /** The version in If-Match; null where the endpoint needs none or the caller sent `*`. */
  readonly expectedVersion: number | null;
  /** Runs queries in a read-only transaction as this actor: row-level security shows only what they may see. */
  readonly read: <Result>(work: (db: Db) => Promise<Result>) => Promise<Result>;
  /**
   * Runs a verb in one transaction as this actor; what it throws rolls everything back. It may run again after a
   * collision, so it must touch nothing but the database.
   */
  readonly write: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>;
}
