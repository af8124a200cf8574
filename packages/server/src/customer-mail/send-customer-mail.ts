import { createHash } from "node:crypto";
import {
  type CustomerMailKind,
  surveyMailKinds,
} from "@mainstay/domain/customer-mail/customer-mail-kind";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { enqueueMail } from "../notification/enqueue-digests.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { newId } from "../platform/clock/new-id.ts";

export interface CustomerMailWanted {
  readonly kind: CustomerMailKind;
  readonly toAddress: string;
  /** Whom it is for; null when the address belongs to nobody we know. */
  readonly personId: string | null;
  readonly accountId: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** The same key is written once a workspace. */
  readonly dedupeKey: string;
  /** The act's own now. */
  readonly now: Date;
  /** Not sent before then. */
  readonly notBefore?: Date;
  /** What stands as the sender's name; the workspace's unless told. */
  readonly fromName?: string;
  readonly inReplyTo?: string;
  /** Further headers, such as List-Unsubscribe or Reply-To. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The asking it carries: told when it is sent, and when its mailbox does not exist. */
  readonly invitationId?: string;
}

/** `queued`; or why not: written before, the person may not be used, or asked for no more questions. */
export type CustomerMailOutcome = "queued" | "already_written" | "restricted" | "opted_out";

/**
 * Puts a mail to somebody at a customer in line, in the transaction of the act: no commit, no mail. It is sent over the
 * workspace's mail setting, tried again while that may help, and stands among the outgoing messages. Without a mail
 * setting it waits. Subject and text are the caller's, in the reader's language.
 */
export const enqueueCustomerMail = async (
  tx: Tx,
  tenantId: TenantId,
  wanted: CustomerMailWanted,
): Promise<CustomerMailOutcome> => {
  const refusal = await whyNotTo(tx, tenantId, wanted.kind, wanted.personId);
  if (refusal) return refusal;
  const { now, notBefore = now } = wanted;
  const dueAt = notBefore > now ? notBefore : now;
  const kept = await tx
    .insertInto("customer_mail")
    .values({
      tenant_id: tenantId,
      id: newId(),
      kind: wanted.kind,
      to_address: wanted.toAddress,
      person_id: wanted.personId,
      account_id: wanted.accountId,
      invitation_id: wanted.invitationId ?? null,
      from_name: wanted.fromName ?? null,
      subject: wanted.subject,
      body_text: wanted.text,
      body_html: wanted.html ?? null,
      in_reply_to: wanted.inReplyTo ?? null,
      headers: JSON.stringify(wanted.headers ?? {}),
      dedupe_key: wanted.dedupeKey,
      message_id: localPartOf(tenantId, wanted.dedupeKey),
      next_try_at: dueAt,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (!kept.numInsertedOrUpdatedRows) return "already_written";
  // At once even when it is for later: an order in force is replaced, and whoever runs orders the next due one.
  await enqueueMail(tx, tenantId);
  return "queued";
};

/** Why a person is not written to: their use is restricted, or they asked not to be asked. Null when they may be. */
export const whyNotTo = async (
  db: Db,
  tenantId: TenantId,
  kind: CustomerMailKind,
  personId: string | null,
): Promise<"restricted" | "opted_out" | null> => {
  if (personId === null) return null;
  const { rows } = await sql<{ restricted: boolean; opted_out: boolean }>`
    select p.restricted_at is not null as restricted, o.person_id is not null as opted_out
    from person p left join survey_opt_out o on o.tenant_id = p.tenant_id and o.person_id = p.id
    where p.tenant_id = ${tenantId}::uuid and p.id = ${personId}::uuid`.execute(db);
  const [person] = rows;
  // Out of sight is treated as restricted: whoever cannot see them may not have them written to.
  if (!person || person.restricted) return "restricted";
  return person.opted_out && surveyMailKinds.includes(kind) ? "opted_out" : null;
};

/** The left part of the Message-ID: the same for the same mail, however often it is sent, and guessable by nobody. */
const localPartOf = (tenantId: string, key: string): string =>
  `mail.${createHash("sha256").update(`${tenantId} ${key}`).digest("hex").slice(0, 40)}`;
