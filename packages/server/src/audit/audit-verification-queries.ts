import type { AuditVerificationView } from "@mainstay/contract/audit";
import type { AuditAnchor } from "@mainstay/domain/audit/audit-anchor";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { newId } from "../platform/clock/new-id.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import type { ChainVerdict } from "./verify-audit-chain.ts";

const newest = (db: Db, tenantId: TenantId) =>
  db
    .selectFrom("audit_verification")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .orderBy("verified_at", "desc")
    .limit(1);

/** What the last verification found. */
export const findLastVerification = async (
  db: Db,
  tenantId: TenantId,
): Promise<AuditVerificationView | null> => {
  const row = await newest(db, tenantId).executeTakeFirst();
  if (!row) return null;
  return {
    verifiedAt: row.verified_at.toISOString(),
    isIntact: row.is_intact,
    rowsChecked: row.rows_checked,
    headSequence: row.head_sequence,
    headHash: row.head_hash?.toString("hex") ?? null,
    findings: row.findings as AuditVerificationView["findings"],
    tookMs: row.took_ms,
  };
};

/** The head that the last intact verification passed through; the chain must still do so. */
export const findVerifiedHead = async (db: Db, tenantId: TenantId): Promise<AuditAnchor | null> => {
  const row = await newest(db, tenantId).where("is_intact", "=", true).executeTakeFirst();
  if (!row?.head_hash) return null;
  return { tenantId, sequence: row.head_sequence, hash: row.head_hash.toString("hex") };
};

export const saveVerification = async (
  tx: Tx,
  tenantId: TenantId,
  verdict: ChainVerdict,
  at: { verifiedAt: Date; tookMs: number },
): Promise<void> => {
  await tx
    .insertInto("audit_verification")
    .values({
      tenant_id: tenantId,
      id: newId(),
      verified_at: at.verifiedAt,
      is_intact: verdict.isIntact,
      rows_checked: verdict.rowsChecked,
      head_sequence: verdict.head.sequence,
      head_hash: Buffer.from(verdict.head.hash, "hex"),
      findings: JSON.stringify(verdict.findings),
      took_ms: at.tookMs,
    })
    .execute();
};
