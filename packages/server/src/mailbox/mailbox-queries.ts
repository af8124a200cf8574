import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { Db } from "../platform/db/database-handles.ts";
import type { MailboxServer } from "../platform/outside/open-mailbox.ts";
import type { KeyRing } from "../platform/secrets/key-ring.ts";
import { open } from "../platform/secrets/seal.ts";

export interface Mailbox {
  readonly host: string;
  readonly port: number;
  readonly security: MailboxServer["security"];
  readonly userName: string;
  readonly passwordSealed: Buffer | null;
  readonly folder: string;
  readonly everyMinutes: number;
  readonly afterReading: "seen" | "move";
  readonly moveTo: string | null;
  readonly ownAddresses: string[];
  readonly pageOrigin: string;
  readonly isEnabled: boolean;
  readonly uidValidity: number | null;
  readonly lastUid: number;
  readonly markedUid: number;
  readonly lastLookedAt: Date | null;
  readonly lastSuccessAt: Date | null;
  readonly lastError: string | null;
  readonly lastErrorAt: Date | null;
  readonly failures: number;
  readonly version: number;
}

/** The mailbox customers write to; null while nobody has said. */
export const findMailbox = async (db: Db, tenantId: TenantId): Promise<Mailbox | null> => {
  const row = await db
    .selectFrom("mailbox")
    .select(["host", "port", "security", "folder", "failures", "version"])
    .select(["user_name as userName", "password_sealed as passwordSealed"])
    .select(["every_minutes as everyMinutes", "after_reading as afterReading", "move_to as moveTo"])
    .select(["own_addresses as ownAddresses", "page_origin as pageOrigin"])
    .select(["is_enabled as isEnabled", "uid_validity as uidValidity"])
    .select(["last_uid as lastUid", "marked_uid as markedUid", "last_looked_at as lastLookedAt"])
    .select(["last_success_at as lastSuccessAt", "last_error as lastError"])
    .select("last_error_at as lastErrorAt")
    .where("tenant_id", "=", tenantId)
    .executeTakeFirst();
  return (row as Mailbox | undefined) ?? null;
};

/** Where a mailbox's password is sealed to. */
export const mailboxPasswordPlace = (tenantId: TenantId) => ({
  tenantId,
  table: "mailbox",
  rowId: tenantId,
});

/** The server with its password opened, for the moment of reading; null while no password is known. */
export const mailboxServerOf = (
  ring: KeyRing,
  tenantId: TenantId,
  { host, port, security, userName, passwordSealed, folder }: Mailbox,
): MailboxServer | null =>
  passwordSealed && {
    host,
    port,
    security,
    folder,
    login: { user: userName, password: open(ring, mailboxPasswordPlace(tenantId), passwordSealed) },
  };
