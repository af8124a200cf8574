import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { demandCloser } from "./demand-closer.ts";

/** Takes back a link that was not used; whoever opens it then is told that it is not valid. */
export const revokeConfirmationLink = (
  context: Context,
  caseId: string,
  linkId: string,
): Promise<void> =>
  context.write(async (tx) => {
    const { tenantId, now } = context;
    const record = await demandCloser(tx, context, caseId);
    const link = await tx
      .selectFrom("public_link")
      .select(["used_at", "revoked_at"])
      .where("tenant_id", "=", tenantId)
      .where("id", "=", linkId)
      .where("subject_id", "=", caseId)
      .where("purpose", "=", "case_confirmation")
      .executeTakeFirst();
    if (!link) throw new AppError("public_link.not_found");
    if (link.used_at !== null) throw new AppError("public_link.used");
    if (link.revoked_at !== null) return;
    await tx
      .updateTable("public_link")
      .set({ revoked_at: now })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", linkId)
      .execute();
    const detail = { accountId: record.account_id, linkId };
    await recordAudit(
      tx,
      context,
      "case.confirmation_revoked",
      { kind: "case", id: caseId },
      detail,
    );
  });
