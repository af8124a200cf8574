import type { WorkspaceView } from "@mainstay/contract/setting";
import { isPermitted } from "@mainstay/domain/access/permission";
import { announceAccessChange } from "../platform/access/access-news.ts";
import type { Context } from "../platform/access/context.ts";
import type { Gate } from "../platform/access/gate.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { isTimeZone } from "../platform/clock/clock.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { refuseField } from "../platform/http/field-problems.ts";
import { findWorkspace, saveWorkspace, type WorkspaceChange } from "./workspace-queries.ts";

export const readWorkspace = async (db: Db, context: Context): Promise<WorkspaceView> => {
  const row = await findWorkspace(db, context.tenantId);
  return {
    name: row.name,
    locale: row.locale as WorkspaceView["locale"],
    baseCurrency: row.base_currency,
    amountUnit: row.amount_unit as WorkspaceView["amountUnit"],
    timeZone: row.time_zone,
    leapMonthHabit: row.leap_month_habit as WorkspaceView["leapMonthHabit"],
    secondFactorRoles: row.second_factor_roles as WorkspaceView["secondFactorRoles"],
    exportApprovalRows: row.export_approval_rows,
    sensitiveApprovalDays: row.sensitive_approval_days,
    isCurrencyFixed: row.is_currency_fixed,
    can: { edit: isPermitted(context.actor, "setting.edit") },
  };
};

/**
 * Changes the workspace's settings. The base currency is refused once trade is booked in it
 * (`setting.currency_in_use`), because every base amount would silently mean something else.
 */
export const editWorkspace = async (
  gate: Gate,
  context: Context,
  change: WorkspaceChange,
): Promise<WorkspaceView> => {
  if (change.timeZone !== undefined && !isTimeZone(change.timeZone)) {
    throw refuseField("timeZone", "unknown_value");
  }
  const view = await context.write(async (tx) => {
    const before = await findWorkspace(tx, context.tenantId);
    const changesCurrency =
      change.baseCurrency !== undefined && change.baseCurrency !== before.base_currency;
    if (changesCurrency && before.is_currency_fixed) throw new AppError("setting.currency_in_use");
    await saveWorkspace(tx, context.tenantId, change);
    await announceAccessChange(tx, context.tenantId);
    const subject = { kind: "workspace", id: context.tenantId };
    await recordAudit(tx, context, "workspace.edited", subject, { ...change });
    return readWorkspace(tx, context);
  });
  gate.forget(context.tenantId);
  return view;
};
