import {
  confirmationLinkDays,
  confirmationReminderDays,
} from "@mainstay/domain/case-closing/closing-rule";
import { confirmationMailWords } from "@mainstay/phrases/case-closing/confirmation-mail-words";
import { formatDay } from "@mainstay/phrases/format/format-day";
import type { Locale } from "@mainstay/phrases/locale";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { recordCaseEvent } from "../case/record-case-event.ts";
import { enqueueCustomerMail } from "../customer-mail/send-customer-mail.ts";
import { findMailSetting } from "../mail/mail-setting-queries.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { calendarDayIn } from "../platform/clock/clock.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { makePublicLink } from "../public-link/make-public-link.ts";
import type { ClosingAuthor } from "./closing-author.ts";

const dayMs = 86_400_000;

export interface AskedConfirmation {
  readonly linkId: string;
  /** `/c/#…`: to be handed over where there is no address. */
  readonly path: string;
  readonly expiresAt: Date;
  readonly isMailed: boolean;
}

interface AskedCase {
  readonly number: number;
  readonly account_id: string;
  readonly person_id: string | null;
  readonly reopened: number;
  readonly workspace: string;
  readonly locale: Locale;
  readonly time_zone: string;
  readonly address: string | null;
}

/**
 * 请客户确认 Asks the customer whether the solution holds: makes a link of 14 days, mails it where the person who raised the case
 * has an address and the workspace sends mail, and orders the reminders. Called when a case is solved, and again by hand. Links
 * made before keep working: whichever is used first counts.
 *
 * @param reminder which of the reminders this is, counted from 1; left out when somebody asked
 */
export const askConfirmation = async (
  tx: Tx,
  author: ClosingAuthor,
  { caseId, reminder }: { readonly caseId: string; readonly reminder?: number },
): Promise<AskedConfirmation> => {
  const { now, actor } = author;
  const tenantId = author.tenantId;
  const asked = await readCase(tx, tenantId, caseId, author.today);
  const expiresAt = new Date(now.getTime() + confirmationLinkDays * dayMs);
  const { linkId, path } = await makePublicLink(tx, tenantId, {
    purpose: "case_confirmation",
    subjectId: caseId,
    accountId: asked.account_id,
    personId: asked.person_id,
    expiresAt,
    createdBy: actor?.userId ?? null,
  });
  const isMailed = await mailLink(tx, author, asked, { linkId, path, expiresAt, reminder });
  await recordCaseEvent(tx, {
    tenantId,
    caseId,
    kind: "link_sent",
    at: now,
    byUserId: actor?.userId ?? null,
    detail: { linkId, isMailed, reminder: reminder ?? null, reopened: asked.reopened },
  });
  const subject = { kind: "case", id: caseId };
  const detail = { accountId: asked.account_id, linkId, isMailed, reminder: reminder ?? null };
  await recordAudit(tx, author, "case.confirmation_asked", subject, detail);
  if (reminder === undefined) await orderReminder(tx, tenantId, caseId, now, 0);
  return { linkId, path, expiresAt, isMailed };
};

/** Orders the look whether the next reminder is due. */
export const orderReminder = async (
  tx: Tx,
  tenantId: TenantId,
  caseId: string,
  from: Date,
  sent: number,
): Promise<void> => {
  const days = confirmationReminderDays[sent];
  if (days === undefined) return;
  const runAt = new Date(from.getTime() + days * dayMs);
  await enqueue(
    tx,
    "remind_confirmation",
    { tenantId, caseId },
    { jobKey: `case-confirmation:${caseId}`, runAt },
  );
};

/** Where the person who raised the case gets mail: their job at the account, else any of theirs. */
export const addressOfCase = (db: Db, tenantId: string, caseId: string, today: string) =>
  sql<{ address: string | null }>`
    select ${addressOf(today)} as address from service_case c
    where c.tenant_id = ${tenantId}::uuid and c.id = ${caseId}::uuid`
    .execute(db)
    .then(({ rows }) => rows[0]?.address ?? null);

const addressOf = (today: string) => sql`(
  select j.work_email from position j
  where j.tenant_id = c.tenant_id and j.person_id = c.person_id and coalesce(j.work_email, '') <> ''
    and (j.starts_on is null or j.starts_on <= ${today}::date) and (j.ends_on is null or j.ends_on >= ${today}::date)
  order by j.account_id = c.account_id desc, j.starts_on desc nulls last, j.id limit 1)`;

const readCase = async (
  tx: Tx,
  tenantId: string,
  caseId: string,
  today: string,
): Promise<AskedCase> => {
  const { rows } = await sql<AskedCase>`
    select c.number::int as number, c.account_id, c.person_id, c.reopened, w.name as workspace, w.locale, w.time_zone,
      ${addressOf(today)} as address
    from service_case c join tenant w on w.id = c.tenant_id
    where c.tenant_id = ${tenantId}::uuid and c.id = ${caseId}::uuid`.execute(tx);
  const [found] = rows;
  if (!found) throw new Error("a case that is gone cannot be confirmed");
  return found;
};

const mailLink = async (
  tx: Tx,
  { tenantId, now }: ClosingAuthor,
  asked: AskedCase,
  link: { linkId: string; path: string; expiresAt: Date; reminder: number | undefined },
): Promise<boolean> => {
  if (asked.address === null) return false;
  const setting = await seeingAll(tx, () => findMailSetting(tx, tenantId));
  if (!setting?.isEnabled) return false;
  const words = confirmationMailWords[asked.locale];
  const isReminder = link.reminder !== undefined;
  const outcome = await enqueueCustomerMail(tx, tenantId, {
    kind: isReminder ? "case_reminder" : "case_confirmation",
    toAddress: asked.address,
    personId: asked.person_id,
    accountId: asked.account_id,
    subject: words.subject(asked.number, isReminder),
    text: words.text({
      workspace: asked.workspace,
      number: asked.number,
      link: `${setting.pageOrigin}${link.path}`,
      until: formatDay(calendarDayIn(asked.time_zone, link.expiresAt), asked.locale),
      isReminder,
      isAgain: asked.reopened > 0,
    }),
    dedupeKey: `case_confirmation:${link.linkId}`,
    now,
  });
  return outcome === "queued";
};
