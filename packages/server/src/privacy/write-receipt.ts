import type { DeletionReason } from "@mainstay/domain/fact/deletion-reason";
import type { AuditAuthor } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";

/** Keeps that something was deleted, when and why, by count; never what it said. Returns the receipt's id. */
export const writeReceipt = async (
  tx: Tx,
  author: AuditAuthor,
  receipt: {
    readonly personId: string;
    readonly reason: DeletionReason;
    readonly counts: Readonly<Record<string, number>>;
    readonly consentId?: string | undefined;
    readonly requestId?: string | undefined;
  },
): Promise<string> => {
  const id = newId();
  await tx
    .insertInto("deletion_receipt")
    .values({
      tenant_id: author.tenantId,
      id,
      person_id: receipt.personId,
      reason: receipt.reason,
      counts: JSON.stringify(receipt.counts),
      consent_id: receipt.consentId ?? null,
      request_id: receipt.requestId ?? null,
      deleted_by: author.actor?.userId ?? null,
    })
    .execute();
  return id;
};
