import type { AuditFinding } from "@mainstay/domain/audit/audit-finding";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { auditFindingWords, auditVoice } from "@mainstay/phrases/audit/audit-words";
import type { Locale } from "@mainstay/phrases/locale";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";

/** Puts a broken audit before those who must act on it: a task for every compliance officer, else for the administrators. */
export const raiseBrokenAudit = async (
  tx: Tx,
  context: { tenantId: TenantId; actor: null; requestId: null },
  findings: readonly AuditFinding[],
): Promise<void> => {
  const { tenantId } = context;
  const [first] = findings;
  if (!first) return;
  const people = await tx
    .selectFrom("app_user as u")
    .innerJoin("tenant as t", "t.id", "u.tenant_id")
    .select(["u.id", "u.role", "u.locale", "t.locale as workspace_locale"])
    .where("u.tenant_id", "=", tenantId)
    .where("u.is_active", "=", true)
    .where("u.role", "in", ["compliance", "admin"])
    .execute();
  const officers = people.filter(({ role }) => role === "compliance");
  for (const person of officers.length > 0 ? officers : people) {
    const locale = (person.locale ?? person.workspace_locale) as Locale;
    const finding = auditFindingWords(locale, first);
    const title = String(auditVoice(locale).t("audit.alarm.task", { finding }));
    await tx
      .insertInto("task")
      .values({ tenant_id: tenantId, id: newId(), title, owner_user_id: person.id })
      .execute();
  }
  const { kind, sequence } = first;
  await recordAudit(
    tx,
    context,
    "audit.broken",
    { kind: "audit", id: first.auditId },
    { finding: kind, sequence, findings: findings.length },
  );
};
