import {
  type CaseClockSetting,
  shippedClockSetting,
} from "@mainstay/domain/case/case-clock-setting";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

export interface ClockSettingRecord {
  readonly version: number;
  readonly setting: CaseClockSetting;
  readonly changed_by: string | null;
  readonly changed_by_name: string | null;
  readonly changed_at: Date | null;
}

const shipped: ClockSettingRecord = {
  version: 0,
  setting: shippedClockSetting,
  changed_by: null,
  changed_by_name: null,
  changed_at: null,
};

/** The clocks of a workspace as they hold now, or in one version; version 0 is the shipped one. */
export const findClockSetting = async (
  db: Db,
  tenantId: string,
  version: number | "newest" = "newest",
): Promise<ClockSettingRecord> => {
  if (version === 0) return shipped;
  const which = version === "newest" ? sql`true` : sql`s.version = ${version}`;
  const { rows } = await sql<ClockSettingRecord>`
    select s.version, s.setting, s.changed_by, u.name as changed_by_name, s.changed_at
    from case_clock_setting s left join app_user u on u.tenant_id = s.tenant_id and u.id = s.changed_by
    where s.tenant_id = ${tenantId}::uuid and ${which} order by s.version desc limit 1`.execute(db);
  return rows[0] ?? shipped;
};
