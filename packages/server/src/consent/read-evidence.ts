import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { Outlet } from "../platform/http/serve-download.ts";

/** Hands out the file that proves a consent; the look is recorded. */
export const readEvidence = async (
  context: Context,
  consentId: string,
  outlet: Outlet,
): Promise<void> => {
  const file = await context.write(async (tx) => {
    const found = await tx
      .selectFrom("consent as c")
      .innerJoin("stored_file as f", (on) =>
        on.onRef("f.tenant_id", "=", "c.tenant_id").onRef("f.id", "=", "c.evidence_file_id"),
      )
      .select(["c.person_id", "f.name", "f.media_type", "f.content"])
      .where("c.tenant_id", "=", context.tenantId)
      .where("c.id", "=", consentId)
      .executeTakeFirst();
    if (!found) throw new AppError("consent.not_found");
    const subject = { kind: "consent", id: consentId };
    await recordAudit(tx, context, "consent.evidence_read", subject, { personId: found.person_id });
    return found;
  });
  outlet.begin({ fileName: file.name, mediaType: file.media_type });
  await outlet.write(file.content);
};
