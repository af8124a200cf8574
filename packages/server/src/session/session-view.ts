import type { SessionView } from "@mainstay/contract/session";
import type { Actor } from "@mainstay/domain/access/actor";
import { permittedActs } from "@mainstay/domain/access/permission";
import { factClassesOf } from "@mainstay/domain/fact/fact-class";
import type { TokenScope } from "@mainstay/domain/access/token-scope";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { UserRole, Visibility } from "@mainstay/domain/user/user-role";
import type { Locale } from "@mainstay/phrases/locale";
import type { SessionMethod } from "../platform/access/identity.ts";
import { calendarDayIn } from "../platform/clock/clock.ts";
import type { Db } from "../platform/db/database-handles.ts";

/** Who somebody is, where, and what they may do. */
export const readSessionView = async (
  db: Db,
  tenantId: TenantId,
  userId: string,
  now: Date,
  method: SessionMethod | null,
  scopes: readonly TokenScope[] | null = null,
): Promise<SessionView> => {
  const row = await db
    .selectFrom("app_user as u")
    .innerJoin("tenant as t", "t.id", "u.tenant_id")
    .select(["u.id", "u.name", "u.email", "u.role", "u.visibility", "u.locale"])
    .select(["t.name as workspace_name", "t.locale as workspace_locale", "t.base_currency"])
    .select(["t.amount_unit", "t.time_zone", "t.second_factor_roles"])
    .where("u.tenant_id", "=", tenantId)
    .where("u.id", "=", userId)
    .executeTakeFirstOrThrow();
  const role = row.role as UserRole;
  const visibility = row.visibility as Visibility;
  const actor: Actor = {
    userId,
    tenantId,
    role,
    visibility,
    teamUserIds: [userId],
    factClasses: factClassesOf(role, scopes),
    scopes,
  };
  return {
    user: {
      id: row.id,
      name: row.name,
      email: row.email,
      role,
      visibility,
      factClasses: [...actor.factClasses],
      locale: row.locale as Locale | null,
    },
    needsSecondFactor: method === "password" && row.second_factor_roles.includes(role),
    workspace: {
      name: row.workspace_name,
      locale: row.workspace_locale as Locale,
      baseCurrency: row.base_currency,
      amountUnit: row.amount_unit as SessionView["workspace"]["amountUnit"],
      timeZone: row.time_zone,
      today: calendarDayIn(row.time_zone, now),
    },
    permissions: permittedActs(actor),
  };
};
