import type { PublicLinkPurpose } from "@mainstay/domain/public-link/public-link-purpose";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { hashSecret, readDotted } from "../platform/access/credential.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

export interface PublicLink {
  readonly id: string;
  readonly purpose: PublicLinkPurpose;
  readonly subjectId: string | null;
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly openedAt: Date | null;
}

/** Workspace and secret of what stands behind `#`; anything else is a link that never was. */
export const readLinkToken = (token: string): { tenantId: TenantId; secret: string } => {
  const read = readDotted(token);
  if (!read) throw new AppError("public_link.invalid");
  return read;
};

/**
 * The living link behind a secret, good for one of the purposes asked for. Unknown, taken back and of another purpose are
 * told alike (`public_link.invalid`); one too old says so (`public_link.expired`), because its holder can ask for another.
 * Whether a used one may be opened again is the page's own rule (`usedAt`).
 */
export const getPublicLink = async (
  db: Db,
  tenantId: TenantId,
  secret: string,
  purposes: readonly PublicLinkPurpose[],
  now: Date,
): Promise<PublicLink> => {
  const row = await db
    .selectFrom("public_link")
    .select([
      "id",
      "purpose",
      "subject_id",
      "account_id",
      "person_id",
      "expires_at",
      "used_at",
      "opened_at",
      "revoked_at",
    ])
    .where("tenant_id", "=", tenantId)
    .where("token_hash", "=", hashSecret(secret))
    .executeTakeFirst();
  const purpose = row?.purpose as PublicLinkPurpose | undefined;
  if (!row || row.revoked_at !== null || purpose === undefined || !purposes.includes(purpose))
    throw new AppError("public_link.invalid");
  if (row.expires_at <= now) throw new AppError("public_link.expired");
  return {
    id: row.id,
    purpose,
    subjectId: row.subject_id,
    accountId: row.account_id,
    personId: row.person_id,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
    openedAt: row.opened_at,
  };
};
