import type { ConsentView, consents } from "@mainstay/contract/consent";
import { monthsAfter } from "@mainstay/domain/calendar/months-after";
import { consentFault, isSensitiveScope, sortedScope } from "@mainstay/domain/privacy/consent-rule";
import { sql } from "kysely";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { readPrivacySettings } from "../privacy/privacy-settings.ts";
import { findConsentView, seesPerson } from "./consent-queries.ts";
import { takeConsentText } from "./consent-text-queries.ts";

type Draft = z.output<NonNullable<typeof consents.record.body>>;

/**
 * Records that a person consented to a text. Refuses what would not be a consent under the law (Articles 14, 29, 31): a
 * sensitive scope beside others, a scope the text does not speak of, a day to come, no witness, guardian or evidence.
 * A new consent to being profiled lifts an earlier objection.
 */
export const recordConsent = (
  context: Context,
  personId: string,
  draft: Draft,
): Promise<ConsentView> =>
  context.write(async (tx) => {
    const { tenantId, actor, today } = context;
    if (!(await seesPerson(tx, tenantId, personId))) throw new AppError("person.not_found");
    const text = await takeConsentText(tx, tenantId, context.workspace.locale, draft.textId);
    if (!text) throw new AppError("consent.text_not_found");
    if (text.retired_at !== null) throw new AppError("consent.text_retired");
    const scope = sortedScope(draft.scope ?? text.scope);
    const isSensitive = scope.some(isSensitiveScope);
    const settings = await readPrivacySettings(tx, tenantId);
    const months = isSensitive ? settings.sensitiveConsentMonths : settings.consentMonths;
    const latest = monthsAfter(draft.givenOn, months);
    const expiresOn = draft.expiresOn ?? latest;
    const { witness = "", guardian = "", evidenceFileId } = draft;
    const fault = consentFault(
      {
        scope,
        textScope: text.scope,
        method: draft.method,
        givenOn: draft.givenOn,
        expiresOn,
        witness,
        guardian,
        hasEvidence: evidenceFileId !== undefined,
      },
      today,
      latest,
    );
    if (fault) throw new AppError(`consent.${fault}`, { latest, today });
    if (evidenceFileId) await demandOwnFreshFile(tx, context, evidenceFileId);
    const id = newId();
    const startOf = (day: string) =>
      sql<Date>`(${day}::date)::timestamp at time zone ${context.workspace.timeZone}`;
    await tx
      .insertInto("consent")
      .values({
        tenant_id: tenantId,
        id,
        person_id: personId,
        scope,
        is_sensitive: isSensitive,
        purpose: text.purpose,
        text_version: text.text_version,
        method: draft.method,
        witness: witness || null,
        given_by_guardian: guardian || null,
        evidence_file_id: evidenceFileId ?? null,
        given_at: startOf(draft.givenOn),
        expires_at: startOf(expiresOn),
        collected_by: actor.userId,
      })
      .execute();
    if (scope.includes("profile")) await liftObjection(tx, context, personId);
    await recordAudit(
      tx,
      context,
      "consent.recorded",
      { kind: "consent", id },
      { personId, scope, method: draft.method, textVersion: text.text_version },
    );
    const view = await findConsentView(tx, context, id);
    if (!view) throw new AppError("person.not_found");
    return view;
  });

/** The file the caller handed in and no consent has taken up; of two at once only one gets it. */
const demandOwnFreshFile = async (tx: Tx, context: Context, fileId: string): Promise<void> => {
  const { rows } = await sql`
    select 1 from stored_file f where f.tenant_id = ${context.tenantId}::uuid and f.id = ${fileId}::uuid
      and f.stored_by = ${context.actor.userId}::uuid
      and not exists (select 1 from consent c where c.tenant_id = f.tenant_id and c.evidence_file_id = f.id)
      and not exists (select 1 from person_photo p where p.tenant_id = f.tenant_id and p.file_id = f.id)
      and not exists (select 1 from requirement_change_confirmation k where k.tenant_id = f.tenant_id and k.paper_file_id = f.id)
    for update of f`.execute(tx);
  if (rows.length === 0) throw new AppError("consent.evidence_not_found");
};

const liftObjection = (tx: Tx, context: Context, personId: string) =>
  tx
    .updateTable("person")
    .set({ no_profiling: false })
    .where("tenant_id", "=", context.tenantId)
    .where("id", "=", personId)
    .where("no_profiling", "=", true)
    .execute();
