import type { SurveySettingShape, SurveySettingView } from "@mainstay/contract/survey-setting";
import { type AskingLimits, shippedLimits } from "@mainstay/domain/survey/sampling-rule";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Db } from "../platform/db/database-handles.ts";

export interface SurveySetting extends AskingLimits {
  readonly senderName: string | null;
  readonly version: number;
}

/** The workspace's limits of asking; the shipped ones (version 1) while nobody changed them. */
export const readSurveySetting = async (db: Db, tenantId: string): Promise<SurveySetting> => {
  const row = await db
    .selectFrom("survey_setting")
    .select(["rest_days", "most_a_year", "sender_name", "reminder_days", "version"])
    .where("tenant_id", "=", tenantId)
    .executeTakeFirst();
  if (!row) return { ...shippedLimits, senderName: null, version: 1 };
  return {
    restDays: row.rest_days,
    mostAYear: row.most_a_year,
    senderName: row.sender_name,
    reminderDays: row.reminder_days,
    version: row.version,
  };
};

export const toSurveySettingView = (setting: SurveySetting): SurveySettingView => ({
  ...setting,
  reminderDays: [...setting.reminderDays],
});

/** Changes how often people are asked at most, under which name, and when they are reminded. */
export const saveSurveySetting = (
  context: Context,
  draft: SurveySettingShape,
): Promise<SurveySettingView> =>
  context.write(async (tx) => {
    const { tenantId, now } = context;
    await sql`select 1 from tenant where id = ${tenantId}::uuid for no key update`.execute(tx);
    const before = await readSurveySetting(tx, tenantId);
    demandVersion(context, before.version);
    const reminderDays = [...new Set(draft.reminderDays)].sort((a, b) => a - b);
    const row = {
      rest_days: draft.restDays,
      most_a_year: draft.mostAYear,
      sender_name: draft.senderName,
      reminder_days: reminderDays,
      version: before.version + 1,
      updated_at: now,
    };
    await tx
      .insertInto("survey_setting")
      .values({ tenant_id: tenantId, ...row })
      .onConflict((conflict) => conflict.column("tenant_id").doUpdateSet(row))
      .execute();
    const subject = { kind: "workspace", id: tenantId };
    const { restDays, mostAYear } = draft;
    await recordAudit(tx, context, "survey_setting.saved", subject, {
      restDays,
      mostAYear,
      reminderDays,
    });
    return toSurveySettingView(await readSurveySetting(tx, tenantId));
  });
