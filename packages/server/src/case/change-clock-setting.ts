import type {
  CaseClockSettingShape,
  CaseClockSettingView,
} from "@mainstay/contract/case-clock-setting";
import type { Actor } from "@mainstay/domain/access/actor";
import { isPermitted } from "@mainstay/domain/access/permission";
import { checkClockSetting, shippedClockSetting } from "@mainstay/domain/case/case-clock-setting";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { named } from "../platform/http/named.ts";
import { findClockSetting } from "./clock-setting-queries.ts";

export const getClockSettingView = async (db: Db, actor: Actor): Promise<CaseClockSettingView> => {
  const found = await findClockSetting(db, actor.tenantId);
  return {
    setting: found.setting as CaseClockSettingShape,
    shipped: shippedClockSetting as CaseClockSettingShape,
    changedBy: named(found.changed_by, found.changed_by_name),
    changedAt: found.changed_at?.toISOString() ?? null,
    version: found.version,
    can: { edit: isPermitted(actor, "case_setting.edit") },
  };
};

/** 调整时限 A new version of the clocks, for cases opened from now on; those that run keep the one they were opened under. */
export const changeClockSetting = (
  context: Context,
  setting: CaseClockSettingShape,
): Promise<CaseClockSettingView> =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    const before = await findClockSetting(tx, tenantId);
    demandVersion(context, before.version);
    const fault = checkClockSetting(setting)[0];
    if (fault) throw new AppError("case.clock_setting_unfit", { ...fault });
    await tx
      .insertInto("case_clock_setting")
      .values({
        tenant_id: tenantId,
        version: before.version + 1,
        setting: JSON.stringify(setting),
        changed_by: actor.userId,
        changed_at: now,
      })
      .execute();
    await recordAudit(
      tx,
      context,
      "case_setting.changed",
      { kind: "case_setting", id: null },
      { version: before.version + 1, before: before.setting, after: setting },
    );
    return getClockSettingView(tx, actor);
  });
