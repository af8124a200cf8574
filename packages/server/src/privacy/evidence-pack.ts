import { sql } from "kysely";
import { listConsentTexts, toConsentTextView } from "../consent/consent-text-queries.ts";
import { listAssessments } from "../impact-assessment/assessment-queries.ts";
import { listIncidents } from "../incident/incident-queries.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { listNotices, toNoticeView } from "../privacy-notice/notice-queries.ts";
import { readPrivacySettings } from "./privacy-settings.ts";
import { readRegister } from "./register-queries.ts";

const jsonRows = async (tx: Tx, statement: ReturnType<typeof sql>): Promise<unknown[]> =>
  (await statement.execute(tx)).rows;

/**
 * All papers of compliance for an auditor (Article 54): notice versions, texts, the register, counts of consents, requests,
 * assessments, incidents, receipts, verifications of the audit. No value of a fact, no name of a person.
 */
export const makeEvidencePack = (context: Context): Promise<Record<string, unknown>> =>
  context.write(async (tx) => {
    const { tenantId, actor, workspace, now } = context;
    const tenant = sql`tenant_id = ${tenantId}::uuid`;
    const texts = await listConsentTexts(tx, tenantId, workspace.locale);
    const pack = {
      madeAt: now.toISOString(),
      workspace: workspace.name,
      settings: await readPrivacySettings(tx, tenantId),
      notices: (await listNotices(tx, tenantId)).map(toNoticeView),
      consentTexts: texts.map((text) => toConsentTextView(actor, text)),
      register: await readRegister(tx, tenantId),
      consents: await jsonRows(
        tx,
        sql`select text_version as "textVersion", scope, method, count(*)::int as given,
            count(*) filter (where withdrawn_at is not null)::int as withdrawn,
            count(*) filter (where withdrawn_at is null and expires_at <= ${now})::int as expired,
            count(evidence_file_id)::int as "withEvidence"
          from consent where ${tenant} group by text_version, scope, method order by 1, 2, 3`,
      ),
      requests: await jsonRows(
        tx,
        sql`select id, kind, received_on as "receivedOn", received_via as "receivedVia", due_on as "dueOn", status,
            identity_checked is not null as "identityChecked", refusal_reason as "refusalReason", closed_at as "closedAt"
          from subject_request where ${tenant} order by received_on, id`,
      ),
      assessments: await listAssessments(tx, context),
      incidents: await listIncidents(tx, context),
      receipts: await jsonRows(
        tx,
        sql`select id, reason, counts, consent_id as "consentId", request_id as "requestId", deleted_at as "deletedAt"
          from deletion_receipt where ${tenant} order by deleted_at, id`,
      ),
      auditVerifications: await jsonRows(
        tx,
        sql`select verified_at as "verifiedAt", is_intact as "isIntact", rows_checked::int as "rowsChecked",
            encode(head_hash, 'hex') as "headHash"
          from audit_verification where ${tenant} order by verified_at desc limit 400`,
      ),
    };
    const subject = { kind: "workspace", id: tenantId };
    await recordAudit(tx, context, "privacy.evidence_exported", subject, {
      requests: pack.requests.length,
      receipts: pack.receipts.length,
    });
    return pack;
  });
