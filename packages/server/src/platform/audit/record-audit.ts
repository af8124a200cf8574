import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { newId } from "../clock/new-id.ts";
import type { Tx } from "../db/database-handles.ts";

/** On whose behalf something happens; the context of a request is one, a job makes its own. */
export interface AuditAuthor {
  readonly tenantId: TenantId;
  readonly actor: { readonly userId: string } | null;
  readonly requestId: string | null;
}

/**
 * Writes who did what to which record, in the transaction of the act itself. `act` is `<noun>.<past participle>`;
 * `detail` holds what changed, never secrets.
 */
export const recordAudit = async (
  tx: Tx,
  author: AuditAuthor,
  act: `${string}.${string}`,
  subject: { kind: string; id: string | null },
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> => {
  await tx
    .insertInto("audit")
    .values({
      tenant_id: author.tenantId,
      id: newId(),
      actor_user_id: author.actor?.userId ?? null,
      act,
      subject_kind: subject.kind,
      subject_id: subject.id,
      detail: JSON.stringify(detail),
      request_id: author.requestId,
    })
    .execute();
};
