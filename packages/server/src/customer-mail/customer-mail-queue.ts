import type { CustomerMailKind } from "@mainstay/domain/customer-mail/customer-mail-kind";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { MailQueue, MailStatus } from "../mail/drain-mail-queue.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { whyNotTo } from "./send-customer-mail.ts";

interface CustomerMail {
  id: string;
  attempts: number;
  kind: CustomerMailKind;
  to_address: string;
  person_id: string | null;
  invitation_id: string | null;
  from_name: string | null;
  subject: string;
  body_text: string;
  body_html: string | null;
  in_reply_to: string | null;
  headers: Record<string, string>;
  message_id: string;
}

/** Mail to people of customers. Who became restricted or asked for no more since it was written does not get it. */
export const customerMailQueue: MailQueue<CustomerMail> = {
  table: "customer_mail",
  isPlanned: true,
  columns: sql`kind, to_address, person_id, invitation_id, from_name, subject, body_text, body_html, in_reply_to, headers, message_id`,
  compose: async ({ tenantId }, tx, setting, mail) => {
    const refusal = await whyNotTo(tx, tenantId, mail.kind, mail.person_id);
    if (refusal) return { kind: "skipped", isServer: false, reason: refusal };
    const workspace = await tx
      .selectFrom("tenant")
      .select("name")
      .where("id", "=", tenantId)
      .executeTakeFirstOrThrow();
    const { fromAddress } = setting;
    return {
      from: { name: mail.from_name ?? workspace.name, address: fromAddress },
      to: mail.to_address,
      subject: mail.subject,
      text: mail.body_text,
      ...(mail.body_html !== null && { html: mail.body_html }),
      ...(mail.in_reply_to !== null && { inReplyTo: mail.in_reply_to }),
      headers: mail.headers,
      messageId: `<${mail.message_id}@${fromAddress.slice(fromAddress.lastIndexOf("@") + 1)}>`,
    };
  },
  afterwards: async (tx, tenantId, mail, ended) => {
    // The text carries the secret of a link: once it is on its way, nobody here needs it.
    if (ended.status === "sent" || ended.status === "skipped") {
      await sql`update customer_mail set body_text = '', body_html = null
        where tenant_id = ${tenantId}::uuid and id = ${mail.id}::uuid`.execute(tx);
    }
    if (mail.invitation_id !== null) await noteInvitation(tx, tenantId, mail.invitation_id, ended);
  },
};

/** An asking is sent when its first mail is, and bounced when its mail is given up; what became of it since stays. */
const noteInvitation = async (
  tx: Tx,
  tenantId: TenantId,
  invitationId: string,
  { status, reason, now }: { status: MailStatus; reason: string | null; now: Date },
): Promise<void> => {
  if (status === "sent") {
    await sql`update survey_invitation set status = 'sent', sent_at = coalesce(sent_at, ${now})
      where tenant_id = ${tenantId}::uuid and id = ${invitationId}::uuid and status in ('planned', 'bounced')`.execute(
      tx,
    );
  } else if (status === "skipped") {
    await sql`update survey_invitation set status = 'dropped', dropped_because = ${reason}
      where tenant_id = ${tenantId}::uuid and id = ${invitationId}::uuid and status in ('planned', 'bounced')`.execute(
      tx,
    );
  } else if (status === "dead") {
    await sql`update survey_invitation set status = 'bounced'
      where tenant_id = ${tenantId}::uuid and id = ${invitationId}::uuid and status in ('planned', 'sent')`.execute(
      tx,
    );
  }
};
