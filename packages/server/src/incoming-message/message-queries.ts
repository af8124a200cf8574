import { createHash } from "node:crypto";
import type {
  FileRefusal,
  IncomingChannel,
  IncomingReason,
  IncomingStatus,
} from "@mainstay/domain/incoming-message/incoming-message-kind";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { newId } from "../platform/clock/new-id.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";

/** A message to be kept; what is left out stays empty. */
export interface KeptMessage {
  readonly id: string;
  readonly channel: IncomingChannel;
  readonly status: IncomingStatus;
  readonly because: IncomingReason | null;
  readonly fromAddress?: string;
  readonly fromName?: string;
  readonly fromPhone?: string;
  readonly fromCompany?: string;
  readonly subject?: string;
  readonly words?: string;
  readonly quoted?: string;
  readonly kind?: string | null;
  readonly level?: string | null;
  readonly messageId?: string | null;
  readonly sizeBytes: number;
  readonly locale?: string | null;
  readonly linkId?: string | null;
  readonly accountId?: string | null;
  readonly personId?: string | null;
  readonly caseId?: string | null;
  readonly at: Date;
}

export const keepMessage = async (
  tx: Tx,
  tenantId: TenantId,
  message: KeptMessage,
): Promise<void> => {
  await tx
    .insertInto("incoming_message")
    .values({
      tenant_id: tenantId,
      id: message.id,
      channel: message.channel,
      status: message.status,
      because: message.because,
      from_address: message.fromAddress ?? "",
      from_name: message.fromName ?? "",
      from_phone: message.fromPhone ?? "",
      from_company: message.fromCompany ?? "",
      subject: message.subject ?? "",
      words: message.words ?? "",
      quoted: message.quoted ?? "",
      kind: message.kind ?? null,
      level: message.level ?? null,
      message_id: message.messageId ?? null,
      size_bytes: message.sizeBytes,
      locale: message.locale ?? null,
      link_id: message.linkId ?? null,
      account_id: message.accountId ?? null,
      person_id: message.personId ?? null,
      case_id: message.caseId ?? null,
      received_at: message.at,
      sorted_at: message.status === "waiting" ? null : message.at,
    })
    .execute();
};

/** A file that waits with its message, or the note that one was not taken. */
export interface WaitingFile {
  readonly name: string;
  readonly mediaType: string | null;
  readonly sizeBytes: number;
  readonly refusedBecause: FileRefusal | null;
  readonly bytes: Uint8Array | null;
}

export const keepFiles = async (
  tx: Tx,
  tenantId: TenantId,
  messageId: string,
  files: readonly WaitingFile[],
  from = 0,
): Promise<void> => {
  for (const [at, file] of files.entries()) {
    await tx
      .insertInto("incoming_attachment")
      .values({
        tenant_id: tenantId,
        id: newId(),
        message_id: messageId,
        position: from + at,
        name: file.name,
        media_type: file.mediaType,
        size_bytes: file.sizeBytes,
        sha256: file.bytes ? createHash("sha256").update(file.bytes).digest() : null,
        refused_because: file.refusedBecause,
        content: file.bytes ? Buffer.from(file.bytes) : null,
      })
      .execute();
  }
};

/** The name of a message as it is kept: by its hash alone. */
export const traceKey = (name: string): Buffer => createHash("sha256").update(name).digest();

/** Notes that a message was seen; false when it was before. Of two at once one waits for the other. */
export const claimTrace = async (
  tx: Tx,
  tenantId: TenantId,
  key: string,
  messageId: string,
  now: Date,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("incoming_trace")
    .values({
      tenant_id: tenantId,
      key_sha256: traceKey(key),
      message_id: messageId,
      seen_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
};

/** Notes that a message, theirs or ours, belongs to a case, so that an answer to it finds the case. */
export const traceToCase = async (
  tx: Tx,
  tenantId: TenantId,
  key: string,
  caseId: string,
  now: Date,
): Promise<void> => {
  await sql`insert into incoming_trace (tenant_id, key_sha256, case_id, seen_at)
    values (${tenantId}::uuid, ${traceKey(key)}, ${caseId}::uuid, ${now})
    on conflict (tenant_id, key_sha256) do update set case_id = excluded.case_id`.execute(tx);
};

/** How many messages an address sent since an instant. */
export const countFromAddress = async (
  db: Db,
  tenantId: TenantId,
  address: string,
  since: Date,
): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from incoming_message where tenant_id = ${tenantId}::uuid
      and from_address = ${address} and received_at > ${since}`.execute(db);
  return rows[0]?.n ?? 0;
};

/** The same of a link, with the instant from which the oldest of them no longer counts. */
export const countByLink = async (
  db: Db,
  tenantId: TenantId,
  linkId: string,
  since: Date,
): Promise<{ n: number; oldestAt: Date | null }> => {
  const { rows } = await sql<{ n: number; oldest_at: Date | null }>`
    select count(*)::int as n, min(received_at) as oldest_at from incoming_message
    where tenant_id = ${tenantId}::uuid and link_id = ${linkId}::uuid and received_at > ${since}`.execute(
    db,
  );
  return { n: rows[0]?.n ?? 0, oldestAt: rows[0]?.oldest_at ?? null };
};
