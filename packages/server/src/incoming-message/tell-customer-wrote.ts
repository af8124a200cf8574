import type { CaseKind, CaseLevel } from "@mainstay/domain/case/case-kind";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { whoHears } from "../case/who-answers.ts";
import { notify } from "../notification/notify.ts";
import type { Tx } from "../platform/db/database-handles.ts";

/** Tells who answers for a case and who works on it that its customer wrote; what they wrote stands in the case alone. */
export const tellCustomerWrote = async (
  tx: Tx,
  tenantId: TenantId,
  caseId: string,
  key: string,
): Promise<void> => {
  const { rows } = await sql<{
    account_id: string;
    kind: CaseKind;
    level: CaseLevel;
  }>`
    select account_id, kind, level from service_case where tenant_id = ${tenantId}::uuid and id = ${caseId}::uuid`.execute(
    tx,
  );
  const [found] = rows;
  if (!found) return;
  await notify(tx, tenantId, {
    userIds: await whoHears(tx, tenantId, caseId),
    kind: "case_customer_wrote",
    subjectKind: "case",
    subjectId: caseId,
    accountId: found.account_id,
    reason: { params: { caseKind: found.kind, level: found.level } },
    dedupeKey: `case_customer_wrote:${caseId}:${key}`,
  });
};
