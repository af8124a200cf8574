import { sql } from "kysely";
import type { CaseAuthor } from "../case/open-case.ts";
import { recordCaseEvent } from "../case/record-case-event.ts";
import { settleClocks } from "../case/settle-clocks.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { findPauseAsked } from "./pause-asking.ts";

/**
 * The customer agrees, on their own page, that a case's clocks stop until the instant they were asked for: who, how and when is
 * their own act. Expects the case locked; `public_case.pause_gone` when nobody asks any more.
 */
export const agreeToPause = async (
  tx: Tx,
  author: CaseAuthor,
  agreed: { readonly caseId: string; readonly personId: string | null; readonly eventId: string },
): Promise<void> => {
  const { tenantId, now } = author;
  const { caseId, personId, eventId } = agreed;
  const asked = await findPauseAsked(tx, tenantId, caseId, now);
  if (!asked || asked.eventId !== eventId) throw new AppError("public_case.pause_gone");
  const { numUpdatedRows } = await tx
    .updateTable("service_case")
    .set({ status: "paused", version: sql`version + 1`, updated_at: now })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", caseId)
    .where("status", "=", "open")
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new AppError("public_case.pause_gone");
  await tx
    .insertInto("case_pause")
    .values({
      tenant_id: tenantId,
      id: newId(),
      case_id: caseId,
      paused_at: now,
      until_at: asked.until,
      reason: asked.words,
      agreed_by_person_id: personId,
      agreed_via: "public_page",
      agreed_at: now,
      paused_by: asked.askedBy,
    })
    .execute();
  await recordCaseEvent(tx, {
    tenantId,
    caseId,
    kind: "paused",
    at: now,
    byPersonId: personId,
    isPublic: true,
    words: asked.words,
    detail: { until: asked.until.toISOString(), agreedVia: "public_page", askedIn: eventId },
  });
  await settleClocks(tx, tenantId, caseId, { dues: true });
  const { rows } = await sql<{ account_id: string }>`
    select account_id from service_case where tenant_id = ${tenantId}::uuid and id = ${caseId}::uuid`.execute(
    tx,
  );
  const subject = { kind: "case", id: caseId };
  const detail = { accountId: rows[0]?.account_id, agreedVia: "public_page" };
  await recordAudit(tx, author, "case.paused", subject, detail);
};
