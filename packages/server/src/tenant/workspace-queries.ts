import type { LeapMonthHabit } from "@mainstay/domain/calendar/leap-month-habit";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { UserRole } from "@mainstay/domain/user/user-role";
import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";

export interface WorkspaceChange {
  name?: string | undefined;
  locale?: "zh-CN" | "en" | undefined;
  baseCurrency?: string | undefined;
  amountUnit?: "yuan" | "ten_thousand_yuan" | undefined;
  timeZone?: string | undefined;
  leapMonthHabit?: LeapMonthHabit | undefined;
  secondFactorRoles?: UserRole[] | undefined;
  exportApprovalRows?: number | undefined;
  sensitiveApprovalDays?: number | undefined;
}

/** The workspace's settings; trade ever booked fixes its currency. */
export const findWorkspace = (db: Db, tenantId: TenantId) =>
  db
    .selectFrom("tenant")
    .select([
      "name",
      "locale",
      "base_currency",
      "amount_unit",
      "time_zone",
      "leap_month_habit",
      "second_factor_roles",
      "export_approval_rows",
      "sensitive_approval_days",
    ])
    .select(
      sql<boolean>`trade_changed_at is not null
        or exists (select 1 from sales_order where tenant_id = ${tenantId})
        or exists (select 1 from invoice where tenant_id = ${tenantId})
        or exists (select 1 from payment where tenant_id = ${tenantId})`.as("is_currency_fixed"),
    )
    .where("id", "=", tenantId)
    .executeTakeFirstOrThrow();

export const saveWorkspace = (tx: Tx, tenantId: TenantId, change: WorkspaceChange) =>
  tx
    .updateTable("tenant")
    .set({
      id: tenantId,
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.locale === undefined ? {} : { locale: change.locale }),
      ...(change.baseCurrency === undefined ? {} : { base_currency: change.baseCurrency }),
      ...(change.amountUnit === undefined ? {} : { amount_unit: change.amountUnit }),
      ...(change.secondFactorRoles === undefined
        ? {}
        : { second_factor_roles: [...new Set(change.secondFactorRoles)] }),
      ...(change.exportApprovalRows === undefined
        ? {}
        : { export_approval_rows: change.exportApprovalRows }),
      ...(change.sensitiveApprovalDays === undefined
        ? {}
        : { sensitive_approval_days: change.sensitiveApprovalDays }),
      ...(change.timeZone === undefined ? {} : { time_zone: change.timeZone }),
      ...(change.leapMonthHabit === undefined ? {} : { leap_month_habit: change.leapMonthHabit }),
    })
    .where("id", "=", tenantId)
    .execute();
