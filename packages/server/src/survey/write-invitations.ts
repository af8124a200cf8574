import { mostReminders } from "@mainstay/domain/survey/sampling-rule";
import type { BilingualWords } from "@mainstay/domain/survey/frozen-question";
import type { Locale } from "@mainstay/phrases/locale";
import { type RawBuilder, sql } from "kysely";
import {
  type CustomerMailOutcome,
  enqueueCustomerMail,
  whyNotTo,
} from "../customer-mail/send-customer-mail.ts";
import { findMailSetting } from "../mail/mail-setting-queries.ts";
import { readTimeZone } from "../platform/clock/workspace-today.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { makePublicLink } from "../public-link/make-public-link.ts";
import { nextAskingInstant } from "./next-asking-instant.ts";
import { composeSurveyMail, mailLocaleOf } from "./compose-survey-mail.ts";
import type { SurveyAuthor } from "./survey-author.ts";
import { linkExpiry } from "./survey-link.ts";
import { readSurveySetting, type SurveySetting } from "./survey-setting.ts";

interface Asking {
  id: string;
  round_id: string;
  account_id: string;
  person_id: string;
  person_name: string;
  address: string;
  country: string | null;
  reminders: number;
  title: BilingualWords;
  introduction: BilingualWords;
  is_anonymous: boolean;
  closes_on: string;
  workspace_name: string;
  workspace_locale: Locale;
}

const mostAtOnce = 100;

const listAskings = async (
  tx: Tx,
  { tenantId, today }: SurveyAuthor,
  which: RawBuilder<boolean>,
  limit: number,
): Promise<Asking[]> => {
  const { rows } = await sql<Asking>`
    select i.id, i.round_id, i.account_id, i.person_id, pe.name as person_name, j.work_email as address, a.country, i.reminders,
      s.title, s.introduction, r.is_anonymous, r.closes_on, w.name as workspace_name, w.locale as workspace_locale
    from survey_invitation i
    join survey_round r on r.tenant_id = i.tenant_id and r.id = i.round_id and r.closed_at is null
    join survey s on s.tenant_id = r.tenant_id and s.id = r.survey_id
    join tenant w on w.id = i.tenant_id
    join account a on a.tenant_id = i.tenant_id and a.id = i.account_id
    join person pe on pe.tenant_id = i.tenant_id and pe.id = i.person_id
    join lateral (select p.work_email from "position" p where p.tenant_id = i.tenant_id and p.person_id = i.person_id
      and p.account_id = i.account_id and (p.ends_on is null or p.ends_on >= ${today}::date) and p.work_email like '%_@_%' limit 1) j on true
    where i.tenant_id = ${tenantId}::uuid and ${which}
    order by i.created_at, i.id limit ${limit} for update of i skip locked`.execute(tx);
  return rows;
};

/**
 * Writes the mail of askings that are planned and have none yet, each with a link of its own, for the next hour of asking;
 * who may not be written to any more is dropped with the reason. Returns how many were worked on: 0 when none is left, or
 * no mail server is set up. Working on the same ones twice writes nothing twice.
 */
export const writeInvitations = async (tx: Tx, author: SurveyAuthor): Promise<number> => {
  const { tenantId } = author;
  const sending = await readySending(tx, author);
  if (!sending) return 0;
  const askings = await listAskings(
    tx,
    author,
    sql<boolean>`i.status = 'planned' and not exists (
      select 1 from customer_mail m where m.tenant_id = i.tenant_id and m.invitation_id = i.id)`,
    mostAtOnce,
  );
  for (const asking of askings) {
    const outcome = await writeTo(tx, author, sending, asking, null);
    if (outcome === "restricted" || outcome === "opted_out")
      await sql`update survey_invitation set status = 'dropped', dropped_because = ${outcome}
        where tenant_id = ${tenantId}::uuid and id = ${asking.id}::uuid`.execute(tx);
  }
  return askings.length;
};

/**
 * Reminds who was reached and has not answered: by itself on the days of the setting, or by hand (`roundId`) at most once a
 * day; never more often than the setting has days. Returns how many reminders were written.
 */
export const writeReminders = async (
  tx: Tx,
  author: SurveyAuthor,
  roundId: string | null = null,
): Promise<number> => {
  const { tenantId, today } = author;
  const sending = await readySending(tx, author);
  if (!sending) return 0;
  const { setting, timeZone } = sending;
  const lastOn = sql`((coalesce(i.reminded_at, i.sent_at) at time zone ${timeZone})::date)`;
  const askings = await listAskings(
    tx,
    author,
    sql<boolean>`i.status in ('sent', 'opened') and i.sent_at is not null and i.reminders < ${mostReminders(setting)}
      and ${lastOn} < ${today}::date and ${
        roundId === null
          ? sql`i.reminders < ${setting.reminderDays.length} and ((i.sent_at at time zone ${timeZone})::date)
              <= ${today}::date - (${[...setting.reminderDays]}::int[])[i.reminders + 1]`
          : sql`i.round_id = ${roundId}::uuid`
      }`,
    roundId === null ? mostAtOnce : 10_000,
  );
  let written = 0;
  for (const asking of askings) {
    const outcome = await writeTo(tx, author, sending, asking, asking.reminders + 1);
    if (outcome === "queued") written += 1;
    // Noted also when they may not be written to, so that the next look passes them by.
    await sql`update survey_invitation set reminders = reminders + 1, reminded_at = ${author.now}
      where tenant_id = ${tenantId}::uuid and id = ${asking.id}::uuid`.execute(tx);
  }
  return written;
};

/** What every mail of a round of sending shares. */
interface Sending {
  readonly setting: SurveySetting;
  readonly pageOrigin: string;
  readonly timeZone: string;
  readonly notBefore: Date;
}

/** Null while no mail server is set up and in use: then invitations wait. */
const readySending = async (tx: Tx, { tenantId, now }: SurveyAuthor): Promise<Sending | null> => {
  const mail = await findMailSetting(tx, tenantId);
  if (!mail?.isEnabled) return null;
  const timeZone = await readTimeZone(tx, tenantId);
  return {
    setting: await readSurveySetting(tx, tenantId),
    pageOrigin: mail.pageOrigin,
    timeZone,
    notBefore: await nextAskingInstant(tx, tenantId, timeZone, now),
  };
};

const writeTo = async (
  tx: Tx,
  { tenantId, now }: SurveyAuthor,
  { setting, pageOrigin, notBefore }: Sending,
  asking: Asking,
  reminder: number | null,
): Promise<CustomerMailOutcome> => {
  const kind = reminder === null ? "survey_invitation" : "survey_reminder";
  const refusal = await whyNotTo(tx, tenantId, kind, asking.person_id);
  if (refusal) return refusal;
  const { path } = await makePublicLink(tx, tenantId, {
    purpose: "survey_answer",
    subjectId: asking.id,
    accountId: asking.account_id,
    personId: asking.person_id,
    expiresAt: await linkExpiry(tx, tenantId, asking.closes_on),
    createdBy: null,
  });
  const sender = setting.senderName ?? asking.workspace_name;
  return enqueueCustomerMail(tx, tenantId, {
    kind,
    toAddress: asking.address,
    personId: asking.person_id,
    accountId: asking.account_id,
    invitationId: asking.id,
    fromName: sender,
    dedupeKey: `survey:${asking.id}:${reminder ?? 0}`,
    now,
    notBefore,
    ...composeSurveyMail({
      locale: mailLocaleOf(asking.country, asking.workspace_locale),
      isReminder: reminder !== null,
      personName: asking.person_name,
      sender,
      title: asking.title,
      introduction: asking.introduction,
      isAnonymous: asking.is_anonymous,
      closesOn: asking.closes_on,
      url: `${pageOrigin}${path}`,
    }),
  });
};
