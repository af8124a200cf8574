import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { hashSecret, newSecret, readDotted, writeDotted } from "../platform/access/credential.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";

export type LinkKind = "first_admin" | "admin" | "invite";

/** A link that works once. Its secret stands behind `#`, which no server, log or referrer ever sees. */
export interface OneTimeLink {
  readonly path: string;
  readonly expiresAt: Date;
}

const livesMs: Record<LinkKind, number> = {
  first_admin: 7 * 86_400_000,
  admin: 86_400_000,
  invite: 7 * 86_400_000,
};

export const createLink = async (
  tx: Tx,
  tenantId: TenantId,
  now: Date,
  link: { kind: LinkKind; email?: string; name?: string; role?: string; createdBy?: string },
): Promise<OneTimeLink> => {
  const secret = newSecret();
  const expiresAt = new Date(now.getTime() + livesMs[link.kind]);
  await tx
    .insertInto("one_time_link")
    .values({
      tenant_id: tenantId,
      id: newId(),
      kind: link.kind,
      token_hash: hashSecret(secret),
      email: link.email ?? null,
      name: link.name ?? null,
      role: link.role ?? null,
      created_by: link.createdBy ?? null,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute();
  const page = link.kind === "first_admin" ? "/set-up" : "/accept";
  return { path: `${page}#${writeDotted(tenantId, secret)}`, expiresAt };
};

/** Reads what a link carried; null when it cannot be one. */
export const readLinkToken = readDotted;

/** The living link behind a secret, of these kinds. */
export const findLink = (
  db: Db,
  tenantId: TenantId,
  secret: string,
  now: Date,
  kinds: LinkKind[],
) => livingLink(db, tenantId, secret, now, kinds).executeTakeFirst();

/** The same, locked: of two who use it at once only one gets through. */
export const lockLink = (
  tx: Tx,
  tenantId: TenantId,
  secret: string,
  now: Date,
  kinds: LinkKind[],
) => livingLink(tx, tenantId, secret, now, kinds).forUpdate().executeTakeFirst();

const livingLink = (db: Db, tenantId: TenantId, secret: string, now: Date, kinds: LinkKind[]) =>
  db
    .selectFrom("one_time_link")
    .select(["id", "kind", "email", "name"])
    .where("tenant_id", "=", tenantId)
    .where("token_hash", "=", hashSecret(secret))
    .where("kind", "in", kinds)
    .where("used_at", "is", null)
    .where("expires_at", ">", now);

export const markLinkUsed = (tx: Tx, tenantId: TenantId, id: string, now: Date) =>
  tx
    .updateTable("one_time_link")
    .set({ used_at: now })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .execute();

/** Ends the unused links of a person, or of a kind. */
export const deleteUnusedLinks = (
  tx: Tx,
  tenantId: TenantId,
  match: { kind: LinkKind; email?: string },
) => {
  let statement = tx
    .deleteFrom("one_time_link")
    .where("tenant_id", "=", tenantId)
    .where("kind", "=", match.kind)
    .where("used_at", "is", null);
  if (match.email !== undefined) statement = statement.where("email", "=", match.email);
  return statement.execute();
};
