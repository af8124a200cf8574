import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { hashSecret, newSecret, writeDotted } from "../platform/access/credential.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { lockConsent } from "./consent-queries.ts";

/**
 * Makes a link by which the person withdraws without signing in; the secret stands behind `#` and is shown once. Links
 * made earlier keep working, because the person may hold one on paper; all end with the consent.
 */
export const makeWithdrawalLink = (
  context: Context,
  consentId: string,
): Promise<{ path: string; expiresAt: string }> =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    const consent = await lockConsent(tx, tenantId, consentId);
    if (!consent) throw new AppError("consent.not_found");
    if (consent.withdrawn_at !== null || consent.expires_at <= now)
      throw new AppError("consent.ended");
    const secret = newSecret();
    await tx
      .insertInto("consent_link")
      .values({
        tenant_id: tenantId,
        id: newId(),
        consent_id: consentId,
        token_hash: hashSecret(secret),
        created_by: actor.userId,
        expires_at: consent.expires_at,
      })
      .execute();
    const subject = { kind: "consent", id: consentId };
    const detail = { personId: consent.person_id };
    await recordAudit(tx, context, "consent.link_made", subject, detail);
    return {
      path: `/w/#${writeDotted(tenantId, secret)}`,
      expiresAt: consent.expires_at.toISOString(),
    };
  });

/** The living link behind a secret; null when it was used, is too old or never was. */
export const findWithdrawalLink = (db: Db, tenantId: TenantId, secret: string, now: Date) =>
  db
    .selectFrom("consent_link")
    .select(["id", "consent_id"])
    .where("tenant_id", "=", tenantId)
    .where("token_hash", "=", hashSecret(secret))
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
