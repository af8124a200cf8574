import type { ConsentView } from "@mainstay/contract/consent";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import type { AuditAuthor } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { findConsentView, lockConsent } from "./consent-queries.ts";
import { type EndedConsent, endConsent } from "./end-consent.ts";

type LockedConsent = NonNullable<Awaited<ReturnType<typeof lockConsent>>>;

/** Refuses a consent that has ended already, marks it withdrawn and deletes what rests on it. */
export const withdrawLocked = async (
  tx: Tx,
  author: AuditAuthor,
  consent: LockedConsent,
  { now, via }: { now: Date; via: string },
): Promise<EndedConsent> => {
  if (consent.withdrawn_at !== null || consent.expires_at <= now)
    throw new AppError("consent.ended");
  await tx
    .updateTable("consent")
    .set({ withdrawn_at: now, withdrawn_via: via, version: consent.version + 1 })
    .where("tenant_id", "=", author.tenantId)
    .where("id", "=", consent.id)
    .execute();
  return endConsent(tx, author, consent, "consent_withdrawn");
};

/** One of us notes that the person withdrew; what rests on the consent is gone when the answer comes back. */
export const withdrawConsent = (
  context: Context,
  consentId: string,
  via: string | undefined,
): Promise<ConsentView> =>
  context.write(async (tx) => {
    const consent = await lockConsent(tx, context.tenantId, consentId);
    if (!consent) throw new AppError("consent.not_found");
    demandVersion(context, consent.version);
    await withdrawLocked(tx, context, consent, { now: context.now, via: via || "noted" });
    const view = await findConsentView(tx, context, consentId);
    if (!view) throw new AppError("consent.not_found");
    return view;
  });
