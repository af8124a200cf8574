import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { Db } from "../platform/db/database-handles.ts";
import type { MailServer } from "../platform/outside/outside-world.ts";
import type { KeyRing } from "../platform/secrets/key-ring.ts";
import { open } from "../platform/secrets/seal.ts";

export interface MailSetting {
  readonly host: string;
  readonly port: number;
  readonly security: MailServer["security"];
  readonly userName: string | null;
  readonly passwordSealed: Buffer | null;
  readonly fromAddress: string;
  readonly pageOrigin: string;
  readonly isEnabled: boolean;
  readonly restUntil: Date | null;
  readonly lastSentAt: Date | null;
  readonly lastError: string | null;
  readonly lastErrorAt: Date | null;
  readonly version: number;
}

/** Where the workspace's mail goes out; null while nobody has said. */
export const findMailSetting = async (db: Db, tenantId: TenantId): Promise<MailSetting | null> => {
  const row = await db
    .selectFrom("mail_setting")
    .select(["host", "port", "security", "version"])
    .select(["user_name as userName", "password_sealed as passwordSealed"])
    .select(["from_address as fromAddress", "page_origin as pageOrigin"])
    .select(["is_enabled as isEnabled", "rest_until as restUntil"])
    .select(["last_sent_at as lastSentAt", "last_error as lastError"])
    .select("last_error_at as lastErrorAt")
    .where("tenant_id", "=", tenantId)
    .executeTakeFirst();
  return (row as MailSetting | undefined) ?? null;
};

/** Where a mail password is sealed to. */
export const passwordPlace = (tenantId: TenantId) => ({
  tenantId,
  table: "mail_setting",
  rowId: tenantId,
});

/** The server with its password opened, for the moment of sending. */
export const mailServerOf = (
  ring: KeyRing,
  tenantId: TenantId,
  { host, port, security, userName, passwordSealed }: MailSetting,
): MailServer => ({
  host,
  port,
  security,
  login:
    userName === null || passwordSealed === null
      ? null
      : { user: userName, password: open(ring, passwordPlace(tenantId), passwordSealed) },
});
