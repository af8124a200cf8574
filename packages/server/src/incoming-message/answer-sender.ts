import {
  answersPerDayOfAddress,
  messageBytesAtMost,
} from "@mainstay/domain/incoming-message/incoming-limit";
import { caseToken } from "@mainstay/domain/incoming-message/case-token";
import { ownMailHeader } from "@mainstay/domain/incoming-message/judge-loop";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { formatInstant } from "@mainstay/phrases/format/format-day";
import { answerWords } from "@mainstay/phrases/incoming-message/answer-words";
import type { Locale } from "@mainstay/phrases/locale";
import { sql } from "kysely";
import { enqueueCustomerMail } from "../customer-mail/send-customer-mail.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";
import { makeTrackingLink } from "../public-case/make-tracking-link.ts";
import { traceToCase } from "./message-queries.ts";

/** RFC 3834: an answer of a program says so, that no other program answers it. */
const headers = { "Auto-Submitted": "auto-replied", [ownMailHeader]: "1" };

interface Sender {
  readonly toAddress: string;
  readonly personId: string | null;
  readonly accountId: string;
  /** The Message-ID that is answered. */
  readonly inReplyTo: string | null;
  readonly now: Date;
}

/**
 * Tells whoever wrote that their case is registered: number, until when we reply, and the link to follow it. Once a case and
 * three a day an address, whatever comes in.
 */
export const acknowledgeCase = async (
  tx: Tx,
  tenantId: TenantId,
  sender: Sender & {
    readonly caseId: string;
    readonly number: number;
    readonly pageOrigin: string;
  },
): Promise<"queued" | "not_answered"> => {
  const { caseId, number, now, toAddress } = sender;
  if (toAddress === "" || (await hasEnough(tx, tenantId, toAddress, now))) return "not_answered";
  const { name, locale, time_zone, reply_due_at } = await frameOf(tx, tenantId, caseId);
  const { path } = await makeTrackingLink(tx, tenantId, { ...sender, subjectId: caseId });
  const words = answerWords[locale];
  const dedupeKey = `case_received:${caseId}`;
  const outcome = await enqueueCustomerMail(tx, tenantId, {
    ...toSender(sender),
    kind: "case_received",
    subject: words.receivedSubject(caseToken(number)),
    text: words.received({
      workspace: name,
      number,
      replyBy: formatInstant(reply_due_at.toISOString(), time_zone),
      link: `${sender.pageOrigin}${path}`,
    }),
    dedupeKey,
  });
  if (outcome !== "queued") return "not_answered";
  await seeingAll(tx, async () => {
    const ours = await tx
      .selectFrom("customer_mail")
      .select("message_id")
      .where("tenant_id", "=", tenantId)
      .where("dedupe_key", "=", dedupeKey)
      .executeTakeFirst();
    if (ours) await traceToCase(tx, tenantId, ours.message_id, caseId, now);
  });
  return "queued";
};

/** Tells somebody we know that their mail was too large to be taken. */
export const answerTooLarge = async (
  tx: Tx,
  tenantId: TenantId,
  sender: Sender & { readonly messageId: string },
): Promise<void> => {
  if (await hasEnough(tx, tenantId, sender.toAddress, sender.now)) return;
  const { name, locale } = await frameOf(tx, tenantId, null);
  const words = answerWords[locale];
  await enqueueCustomerMail(tx, tenantId, {
    ...toSender(sender),
    kind: "case_received",
    subject: words.tooLargeSubject,
    text: words.tooLarge({ workspace: name, limit: `${messageBytesAtMost / 1024 / 1024} MB` }),
    dedupeKey: `too_large:${sender.messageId}`,
  });
};

const toSender = ({ toAddress, personId, accountId, inReplyTo, now }: Sender) => ({
  toAddress,
  personId,
  accountId,
  now,
  headers,
  ...(inReplyTo !== null && { inReplyTo }),
});

const hasEnough = (tx: Tx, tenantId: TenantId, address: string, now: Date): Promise<boolean> =>
  seeingAll(tx, async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from customer_mail where tenant_id = ${tenantId}::uuid and kind = 'case_received'
        and lower(to_address) = ${address.toLowerCase()} and created_at > ${now}::timestamptz - interval '1 day'`.execute(
      tx,
    );
    return (rows[0]?.n ?? 0) >= answersPerDayOfAddress;
  });

const frameOf = async (tx: Tx, tenantId: TenantId, caseId: string | null) => {
  const { rows } = await sql<{
    name: string;
    locale: Locale;
    time_zone: string;
    reply_due_at: Date;
  }>`
    select w.name, w.locale, w.time_zone, c.reply_due_at from tenant w
    left join service_case c on c.tenant_id = w.id and c.id = ${caseId}::uuid
    where w.id = ${tenantId}::uuid`.execute(tx);
  const [frame] = rows;
  if (!frame) throw new Error("the workspace is gone");
  return frame;
};
