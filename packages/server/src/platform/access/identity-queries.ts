import type { TokenScope } from "@mainstay/domain/access/token-scope";
import { factClassesOf } from "@mainstay/domain/fact/fact-class";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { UserRole, Visibility } from "@mainstay/domain/user/user-role";
import type { Locale } from "@mainstay/phrases/locale";
import { sql } from "kysely";
import type { Db } from "../db/database-handles.ts";
import { type Credential, hashSecret } from "./credential.ts";
import type { Identity, SessionMethod, Workspace } from "./identity.ts";

interface Row {
  credential_id: string;
  user_id: string;
  expires_at: Date | null;
  seen_at: Date | null;
  method: SessionMethod | null;
  scopes: TokenScope[] | null;
  role: UserRole;
  visibility: Visibility;
  user_name: string;
  user_locale: Locale | null;
  tenant_name: string;
  tenant_locale: Locale;
  second_factor_roles: UserRole[];
  time_zone: string;
  base_currency: string;
  amount_unit: Workspace["amountUnit"];
}

const person = sql`u.role, u.visibility, u.name as user_name, u.locale as user_locale, t.name as tenant_name,
  t.locale as tenant_locale, t.second_factor_roles, t.time_zone, t.base_currency, t.amount_unit`;

/**
 * Whose accounts a user sees: for `team` the active users of their department and all below it, else (or without a
 * department) the user alone.
 */
export const teamOf = async (
  db: Db,
  tenantId: TenantId,
  user: { user_id: string; visibility: Visibility },
): Promise<string[]> => {
  if (user.visibility !== "team") return [user.user_id];
  const { rows } = await sql<{ id: string }>`
    with recursive below (id) as (
      select department_id from app_user where tenant_id = ${tenantId} and id = ${user.user_id} and department_id is not null
      union
      select d.id from department d join below on d.parent_id = below.id where d.tenant_id = ${tenantId})
    select u.id from app_user u where u.tenant_id = ${tenantId}
      and (u.id = ${user.user_id} or u.department_id in (select id from below)) order by u.id`.execute(
    db,
  );
  return rows.map(({ id }) => id);
};

/** The living session or token behind a credential, with its active user and workspace, in one query. */
export const findIdentity = async (
  db: Db,
  credential: Credential,
  now: Date,
): Promise<Identity | null> => {
  const { tenantId } = credential;
  const hash = hashSecret(credential.secret);
  const query =
    credential.kind === "session"
      ? sql<Row>`select c.id as credential_id, c.user_id, c.expires_at, c.last_seen_at as seen_at,
            c.method, null::text[] as scopes, ${person}
          from session c join app_user u on u.tenant_id = c.tenant_id and u.id = c.user_id
          join tenant t on t.id = c.tenant_id
          where c.tenant_id = ${tenantId} and c.token_hash = ${hash} and c.expires_at > ${now} and u.is_active`
      : sql<Row>`select c.id as credential_id, c.user_id, c.expires_at, c.last_used_at as seen_at, null as method, c.scopes, ${person}
          from access_token c join app_user u on u.tenant_id = c.tenant_id and u.id = c.user_id
          join tenant t on t.id = c.tenant_id
          where c.tenant_id = ${tenantId} and c.token_hash = ${hash} and c.revoked_at is null
            and (c.expires_at is null or c.expires_at > ${now}) and u.is_active`;
  const row = (await query.execute(db)).rows[0];
  if (!row) return null;
  return {
    actor: {
      userId: row.user_id,
      tenantId,
      role: row.role,
      visibility: row.visibility,
      teamUserIds: await teamOf(db, tenantId, row),
      factClasses: factClassesOf(row.role, row.scopes),
      scopes: row.scopes,
    },
    tenantId,
    credentialId: row.credential_id,
    isSession: credential.kind === "session",
    method: row.method,
    needsSecondFactor: row.method === "password" && row.second_factor_roles.includes(row.role),
    userName: row.user_name,
    userLocale: row.user_locale,
    workspace: {
      name: row.tenant_name,
      locale: row.tenant_locale,
      timeZone: row.time_zone,
      baseCurrency: row.base_currency,
      amountUnit: row.amount_unit,
    },
    expiresAt: row.expires_at,
    seenAt: row.seen_at ?? new Date(0),
  };
};
