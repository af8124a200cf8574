import { caseToken } from "@mainstay/domain/incoming-message/case-token";
import { replyMailWords } from "@mainstay/phrases/case/reply-mail-words";
import type { Locale } from "@mainstay/phrases/locale";
import { sql } from "kysely";
import { addressOfCase } from "../case-closing/ask-confirmation.ts";
import { enqueueCustomerMail } from "../customer-mail/send-customer-mail.ts";
import type { Context } from "../platform/access/context.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

/**
 * Sends what was answered to the person who raised the case, in the workspace's language; answering the mail adds to the case.
 * `case.mail_no_address` when they have none we may use.
 */
export const mailReply = async (
  tx: Tx,
  { tenantId, now, today }: Context,
  { caseId, eventId, words }: { caseId: string; eventId: string; words: string },
): Promise<void> => {
  const address = await addressOfCase(tx, tenantId, caseId, today);
  const { rows } = await sql<{
    number: number;
    account_id: string;
    person_id: string | null;
    workspace: string;
    locale: Locale;
  }>`select c.number, c.account_id, c.person_id, w.name as workspace, w.locale
    from service_case c join tenant w on w.id = c.tenant_id
    where c.tenant_id = ${tenantId}::uuid and c.id = ${caseId}::uuid`.execute(tx);
  const found = rows[0];
  if (!found || address === null) throw new AppError("case.mail_no_address");
  const say = replyMailWords[found.locale];
  const outcome = await enqueueCustomerMail(tx, tenantId, {
    kind: "case_reply",
    toAddress: address,
    personId: found.person_id,
    accountId: found.account_id,
    subject: `${caseToken(found.number)} ${say.subject}`,
    text: say.text({ workspace: found.workspace, number: found.number, words }),
    dedupeKey: `case_reply:${eventId}`,
    now,
  });
  if (outcome === "restricted" || outcome === "opted_out")
    throw new AppError("case.mail_no_address");
};
