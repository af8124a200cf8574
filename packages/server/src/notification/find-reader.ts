import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { UserRole, Visibility } from "@mainstay/domain/user/user-role";
import type { Locale } from "@mainstay/phrases/locale";
import { teamOf } from "../platform/access/identity-queries.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { blindScope, type TenantScope } from "../platform/db/tenant-scope.ts";

/** Somebody to whom something is sent: as they read, and what they may see. */
export interface Reader {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly workspaceName: string;
  readonly scope: TenantScope;
}

/**
 * The reader with the sight they have now, without any personal fact: what leaves the house needs none. Null when they are no
 * longer active.
 */
export const findReader = async (
  db: Db,
  tenantId: TenantId,
  userId: string,
): Promise<Reader | null> => {
  const row = await db
    .selectFrom("app_user as u")
    .innerJoin("tenant as t", "t.id", "u.tenant_id")
    .select(["u.name", "u.email", "u.locale", "u.role", "u.visibility"])
    .select(["t.locale as tenantLocale", "t.name as workspaceName"])
    .where("u.tenant_id", "=", tenantId)
    .where("u.id", "=", userId)
    .where("u.is_active", "=", true)
    .executeTakeFirst();
  if (!row) return null;
  const { visibility } = row as { visibility: Visibility; role: UserRole };
  return {
    userId,
    name: row.name,
    email: row.email,
    locale: (row.locale ?? row.tenantLocale) as Locale,
    workspaceName: row.workspaceName,
    scope: {
      ...blindScope(tenantId, userId),
      visibility,
      teamUserIds: await teamOf(db, tenantId, { user_id: userId, visibility }),
    },
  };
};
