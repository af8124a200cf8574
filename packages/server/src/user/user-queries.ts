import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { UserRole, Visibility } from "@mainstay/domain/user/user-role";
import type { Locale } from "@mainstay/phrases/locale";
import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";

const columns = [
  "id",
  "name",
  "email",
  "role",
  "visibility",
  "is_active",
  "locked_until",
  "version",
  "created_at",
] as const;

const department = sql<{
  id: string;
  name: string;
} | null>`(select jsonb_build_object('id', d.id, 'name', d.name)
  from department d where d.tenant_id = app_user.tenant_id and d.id = app_user.department_id)`.as(
  "department",
);
const hasSecondFactor =
  sql<boolean>`exists (select 1 from second_factor f where f.tenant_id = app_user.tenant_id
  and f.user_id = app_user.id and f.confirmed_at is not null)`.as("has_second_factor");
const passkeys =
  sql<number>`(select count(*)::int from passkey k where k.tenant_id = app_user.tenant_id
  and k.user_id = app_user.id)`.as("passkeys");
const isLinked =
  sql<boolean>`exists (select 1 from oidc_link l where l.tenant_id = app_user.tenant_id
  and l.user_id = app_user.id)`.as("is_linked");

const withPassword = sql<boolean>`password_hash is not null`.as("has_password");

const computed = [withPassword, department, hasSecondFactor, passkeys, isLinked] as const;

/** One user of the workspace as every list and verb reads them. */
export interface UserRecord {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: UserRole;
  readonly visibility: Visibility;
  readonly isActive: boolean;
  readonly department: { readonly id: string; readonly name: string } | null;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly passkeys: number;
  /** Whether a single sign-on knows them. */
  readonly isLinked: boolean;
  readonly lockedUntil: Date | null;
  readonly version: number;
  readonly createdAt: Date;
}

interface Row {
  id: string;
  name: string;
  email: string;
  role: string;
  visibility: string;
  is_active: boolean;
  department: { id: string; name: string } | null;
  has_password: boolean;
  has_second_factor: boolean;
  passkeys: number;
  is_linked: boolean;
  locked_until: Date | null;
  version: number;
  created_at: Date;
}

const fromRow = (row: Row): UserRecord => ({
  id: row.id,
  name: row.name,
  email: row.email,
  role: row.role as UserRole,
  visibility: row.visibility as Visibility,
  isActive: row.is_active,
  department: row.department,
  hasPassword: row.has_password,
  hasSecondFactor: row.has_second_factor,
  passkeys: row.passkeys,
  isLinked: row.is_linked,
  lockedUntil: row.locked_until,
  version: row.version,
  createdAt: row.created_at,
});

export const listUsers = async (
  db: Db,
  tenantId: TenantId,
  filter: { q: string | undefined; after: { key: string; id: string } | null; limit: number },
): Promise<{ users: UserRecord[]; total: number }> => {
  const matching = db
    .selectFrom("app_user")
    .where("tenant_id", "=", tenantId)
    .$if(filter.q !== undefined && filter.q !== "", (query) =>
      query.where((is) =>
        is.or([
          sql<boolean>`strpos(lower(name), lower(${filter.q ?? ""})) > 0`,
          sql<boolean>`strpos(email, lower(${filter.q ?? ""})) > 0`,
        ]),
      ),
    );
  const { after } = filter;
  const rows = await matching
    .select([...columns, ...computed])
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(name, id) > (${after?.key ?? ""}, ${after?.id ?? null}::uuid)`),
    )
    .orderBy("name")
    .orderBy("id")
    .limit(filter.limit)
    .execute();
  const { total } = await matching
    .select(sql<number>`count(*)::int`.as("total"))
    .executeTakeFirstOrThrow();
  return { users: rows.map(fromRow), total };
};

export const findUser = async (
  db: Db,
  tenantId: TenantId,
  id: string,
): Promise<UserRecord | null> => {
  const row = await db
    .selectFrom("app_user")
    .select([...columns, ...computed])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? fromRow(row) : null;
};

export const lockUser = async (
  tx: Tx,
  tenantId: TenantId,
  id: string,
): Promise<UserRecord | null> => {
  const row = await tx
    .selectFrom("app_user")
    .select([...columns, ...computed])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row ? fromRow(row) : null;
};

/** Active administrators who can sign in, without this one; locked, so that two cannot leave at once. */
export const countOtherAdmins = async (tx: Tx, tenantId: TenantId, id: string): Promise<number> => {
  const rows = await tx
    .selectFrom("app_user")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("role", "=", "admin")
    .where("is_active", "=", true)
    .where("password_hash", "is not", null)
    .orderBy("id")
    .forUpdate()
    .execute();
  return rows.filter((row) => row.id !== id).length;
};

export const insertUser = (
  tx: Tx,
  tenantId: TenantId,
  user: {
    id: string;
    email: string;
    name: string;
    role: UserRole;
    visibility: Visibility;
    passwordHash: string | null;
    departmentId?: string | null | undefined;
  },
) =>
  tx
    .insertInto("app_user")
    .values({
      tenant_id: tenantId,
      id: user.id,
      email: user.email,
      name: user.name,
      role: user.role,
      visibility: user.visibility,
      password_hash: user.passwordHash,
      department_id: user.departmentId ?? null,
    })
    .execute();

export const saveUser = (
  tx: Tx,
  tenantId: TenantId,
  id: string,
  change: {
    name?: string;
    role?: UserRole;
    visibility?: Visibility;
    departmentId?: string | null;
    isActive?: boolean;
  },
) =>
  tx
    .updateTable("app_user")
    .set({
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.role === undefined ? {} : { role: change.role }),
      ...(change.visibility === undefined ? {} : { visibility: change.visibility }),
      ...(change.departmentId === undefined ? {} : { department_id: change.departmentId }),
      ...(change.isActive === undefined ? {} : { is_active: change.isActive }),
      version: sql<number>`version + 1`,
      updated_at: sql<Date>`now()`,
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .execute();

export const saveProfile = (
  tx: Tx,
  tenantId: TenantId,
  id: string,
  change: { name?: string | undefined; locale?: Locale | null | undefined },
) =>
  tx
    .updateTable("app_user")
    .set({
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.locale === undefined ? {} : { locale: change.locale }),
      version: sql<number>`version + 1`,
      updated_at: sql<Date>`now()`,
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .execute();

export const findPassword = async (db: Db, tenantId: TenantId, id: string) => {
  const row = await db
    .selectFrom("app_user")
    .select(["email", "password_hash"])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? { email: row.email, passwordHash: row.password_hash } : null;
};

/** A new password also opens a locked sign-in. */
export const savePassword = (tx: Tx, tenantId: TenantId, id: string, passwordHash: string) =>
  tx
    .updateTable("app_user")
    .set({ password_hash: passwordHash, failed_sign_ins: 0, locked_until: null })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .execute();
