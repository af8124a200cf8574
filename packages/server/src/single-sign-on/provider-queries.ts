import type { OidcProviderDraft } from "@mainstay/contract/single-sign-on";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { UserRole } from "@mainstay/domain/user/user-role";
import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";

type NewUserRole = Exclude<UserRole, "admin">;

export interface OidcProvider {
  readonly id: string;
  readonly label: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly secretSealed: Buffer | null;
  readonly otherHosts: readonly string[];
  readonly mailDomains: readonly string[];
  readonly makesUsers: boolean;
  readonly newUserRole: NewUserRole;
  readonly isEnabled: boolean;
  readonly version: number;
}

const select = (db: Db, tenantId: TenantId) =>
  db
    .selectFrom("oidc_provider")
    .select(["id", "label", "issuer", "client_id as clientId", "version"])
    .select(["client_secret_sealed as secretSealed", "other_hosts as otherHosts"])
    .select(["mail_domains as mailDomains", "makes_users as makesUsers"])
    .select(["new_user_role as newUserRole", "is_enabled as isEnabled"])
    .where("tenant_id", "=", tenantId);

export const listProviders = async (db: Db, tenantId: TenantId): Promise<OidcProvider[]> =>
  (await select(db, tenantId).orderBy("created_at").orderBy("id").execute()) as OidcProvider[];

export const findProvider = async (
  db: Db,
  tenantId: TenantId,
  id: string,
): Promise<OidcProvider | null> =>
  ((await select(db, tenantId).where("id", "=", id).executeTakeFirst()) as OidcProvider) ?? null;

export const lockProvider = async (
  tx: Tx,
  tenantId: TenantId,
  id: string,
): Promise<OidcProvider | null> =>
  ((await select(tx, tenantId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst()) as OidcProvider) ?? null;

/** Enabled providers of every workspace, for the sign-in page: their labels and nothing else. */
export const listSignInProviders = async (tx: Tx) => {
  await sql`select set_config('mainstay.sign_in_page', 'on', true)`.execute(tx);
  return tx
    .selectFrom("oidc_provider")
    .select(["tenant_id", "id", "label"])
    .where("is_enabled", "=", true)
    .orderBy("label")
    .orderBy("id")
    .limit(20)
    .execute();
};

const columnsOf = (draft: OidcProviderDraft & { issuer: string }) => ({
  label: draft.label,
  issuer: draft.issuer,
  client_id: draft.clientId,
  other_hosts: draft.otherHosts,
  mail_domains: draft.mailDomains,
  makes_users: draft.makesUsers,
  new_user_role: draft.newUserRole,
  is_enabled: draft.isEnabled,
});

export const insertProvider = (
  tx: Tx,
  tenantId: TenantId,
  id: string,
  draft: OidcProviderDraft,
  secretSealed: Buffer | null,
) =>
  tx
    .insertInto("oidc_provider")
    .values({ tenant_id: tenantId, id, ...columnsOf(draft), client_secret_sealed: secretSealed })
    .execute();

/** `secretSealed` undefined leaves the secret as it is. */
export const saveProvider = (
  tx: Tx,
  tenantId: TenantId,
  id: string,
  draft: OidcProviderDraft,
  secretSealed: Buffer | null | undefined,
) =>
  tx
    .updateTable("oidc_provider")
    .set({
      ...columnsOf(draft),
      ...(secretSealed === undefined ? {} : { client_secret_sealed: secretSealed }),
      version: sql<number>`version + 1`,
      updated_at: sql<Date>`now()`,
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .execute();

export const deleteProvider = (tx: Tx, tenantId: TenantId, id: string) =>
  tx.deleteFrom("oidc_provider").where("tenant_id", "=", tenantId).where("id", "=", id).execute();
