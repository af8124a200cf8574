import type { PrivacySettings } from "@mainstay/contract/privacy";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Db } from "../platform/db/database-handles.ts";

/** Terms of a workspace that has said nothing: 15 working days, 24 months, 12 for sensitive scopes. */
const shippedSettings: PrivacySettings = {
  requestWorkingDays: 15,
  consentMonths: 24,
  sensitiveConsentMonths: 12,
};

export const readPrivacySettings = async (db: Db, tenantId: string): Promise<PrivacySettings> => {
  const row = await db
    .selectFrom("privacy_setting")
    .select(["request_working_days", "consent_months", "sensitive_consent_months"])
    .where("tenant_id", "=", tenantId)
    .executeTakeFirst();
  if (!row) return shippedSettings;
  return {
    requestWorkingDays: row.request_working_days,
    consentMonths: row.consent_months,
    sensitiveConsentMonths: row.sensitive_consent_months,
  };
};

/** Changes the terms; they hold for what is recorded from now on. */
export const editPrivacySettings = (
  context: Context,
  change: { [Key in keyof PrivacySettings]?: number | undefined },
): Promise<PrivacySettings> =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    const before = await readPrivacySettings(tx, tenantId);
    const after = {
      requestWorkingDays: change.requestWorkingDays ?? before.requestWorkingDays,
      consentMonths: change.consentMonths ?? before.consentMonths,
      sensitiveConsentMonths: change.sensitiveConsentMonths ?? before.sensitiveConsentMonths,
    };
    const row = {
      request_working_days: after.requestWorkingDays,
      consent_months: after.consentMonths,
      sensitive_consent_months: after.sensitiveConsentMonths,
      changed_by: actor.userId,
      changed_at: now,
    };
    await tx
      .insertInto("privacy_setting")
      .values({ tenant_id: tenantId, ...row })
      .onConflict((conflict) => conflict.column("tenant_id").doUpdateSet(row))
      .execute();
    const subject = { kind: "workspace", id: tenantId };
    await recordAudit(tx, context, "privacy.settings_changed", subject, { ...change });
    return after;
  });
