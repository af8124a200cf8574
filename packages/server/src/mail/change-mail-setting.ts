import type { MailSettingDraft, MailSettingView } from "@mainstay/contract/mail";
import { outgoingWords } from "@mainstay/phrases/notification/mail-words";
import { sql } from "kysely";
import { enqueueMail } from "../notification/enqueue-digests.ts";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { seal } from "../platform/secrets/seal.ts";
import {
  findMailSetting,
  type MailSetting,
  mailServerOf,
  passwordPlace,
} from "./mail-setting-queries.ts";
import { escapeHtml } from "./write-digest.ts";

const present = async (
  db: Db,
  { tenantId }: Context,
  setting: MailSetting,
): Promise<MailSettingView> => {
  const { rows } = await sql<{ waiting: number; dead: number }>`
    select count(*) filter (where status = 'waiting') as waiting, count(*) filter (where status = 'dead') as dead
    from (select status from mail_outbox where tenant_id = ${tenantId}::uuid and status in ('waiting', 'dead')
      union all select status from customer_mail where tenant_id = ${tenantId}::uuid and status in ('waiting', 'dead')) as mail`.execute(
    db,
  );
  const { host, port, security, userName, fromAddress, isEnabled, lastError, version } = setting;
  return {
    host,
    port,
    security,
    userName,
    hasPassword: setting.passwordSealed !== null,
    fromAddress,
    isEnabled,
    waiting: rows[0]?.waiting ?? 0,
    dead: rows[0]?.dead ?? 0,
    lastSentAt: setting.lastSentAt?.toISOString() ?? null,
    lastError,
    lastErrorAt: setting.lastErrorAt?.toISOString() ?? null,
    version,
  };
};

export const readMailSetting = async (db: Db, context: Context) => {
  const setting = await findMailSetting(db, context.tenantId);
  return { setting: setting && (await present(db, context, setting)) };
};

/** The workspace's own row is the lock of its mail server, also before there is one. */
const lockSetting = async (tx: Tx, { tenantId }: Context): Promise<MailSetting | null> => {
  await tx.selectFrom("tenant").select("id").where("id", "=", tenantId).forNoKeyUpdate().execute();
  return findMailSetting(tx, tenantId);
};

/** Says where mail goes out. A password never travels in clear; the host is the administrator's choice and on record. */
export const saveMailSetting = (
  app: App,
  context: Context,
  { password, ...draft }: MailSettingDraft,
): Promise<MailSettingView> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    const before = await lockSetting(tx, context);
    demandVersion(context, before?.version ?? 1);
    const kept = password === undefined ? (before?.passwordSealed ?? null) : null;
    const sealed = password ? seal(app.keyRing, passwordPlace(tenantId), password) : kept;
    if (draft.security === "none" && (sealed !== null || draft.userName)) {
      throw new AppError("mail.password_in_clear");
    }
    const row = {
      host: draft.host,
      port: draft.port,
      security: draft.security,
      user_name: draft.userName === "" ? null : draft.userName,
      password_sealed: sealed,
      from_address: draft.fromAddress,
      page_origin: context.origin,
      is_enabled: draft.isEnabled,
      rest_until: null,
      last_error: null,
      last_error_at: null,
      version: before ? before.version + 1 : 1,
      updated_at: context.now,
    };
    await tx
      .insertInto("mail_setting")
      .values({ tenant_id: tenantId, ...row })
      .onConflict((conflict) => conflict.column("tenant_id").doUpdateSet(row))
      .execute();
    const { host, port, security, fromAddress, isEnabled } = draft;
    const isPasswordChanged = password !== undefined;
    const detail = { host, port, security, fromAddress, isEnabled, isPasswordChanged };
    await recordAudit(
      tx,
      context,
      "mail_setting.saved",
      { kind: "workspace", id: tenantId },
      detail,
    );
    await enqueueMail(tx, tenantId);
    const after = await findMailSetting(tx, tenantId);
    if (!after) throw new AppError("mail.not_set_up");
    return present(tx, context, after);
  });

/** Forgets the server and its password; what waits is not sent. */
export const removeMailSetting = (context: Context): Promise<void> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    const before = await lockSetting(tx, context);
    if (!before) throw new AppError("mail.not_set_up");
    await tx.deleteFrom("mail_setting").where("tenant_id", "=", tenantId).execute();
    const { host } = before;
    await recordAudit(
      tx,
      context,
      "mail_setting.removed",
      { kind: "workspace", id: tenantId },
      { host },
    );
  });

/** Sends a mail to the administrator's own address now, and says what the server said if it was not taken. */
export const checkMailSetting = async (app: App, context: Context): Promise<{ to: string }> => {
  const { tenantId, actor, locale } = context;
  const { setting, user } = await context.read(async (db) => ({
    setting: await findMailSetting(db, tenantId),
    user: await db
      .selectFrom("app_user")
      .select("email")
      .where("tenant_id", "=", tenantId)
      .where("id", "=", actor.userId)
      .executeTakeFirstOrThrow(),
  }));
  if (!setting) throw new AppError("mail.not_set_up");
  const words = outgoingWords[locale];
  const text = words.mailTest(setting.host);
  const outcome = await app.outside.sendMail(mailServerOf(app.keyRing, tenantId, setting), {
    from: { name: context.workspace.name, address: setting.fromAddress },
    to: user.email,
    subject: words.mailTestSubject,
    text,
    html: `<p>${escapeHtml(text)}</p>`,
    messageId: `<test.${newId()}@${setting.fromAddress.split("@").at(-1)}>`,
  });
  const isFine = outcome.kind === "sent";
  const reason = isFine ? null : outcome.reason;
  const { host, port } = setting;
  await context.write(async (tx) => {
    await tx
      .updateTable("mail_setting")
      .set(
        isFine
          ? { last_sent_at: context.now, rest_until: null, last_error: null, last_error_at: null }
          : { last_error: reason, last_error_at: context.now },
      )
      .where("tenant_id", "=", tenantId)
      .execute();
    const subject = { kind: "workspace", id: tenantId };
    await recordAudit(tx, context, "mail_setting.tested", subject, { host, port, isFine });
    if (isFine) await enqueueMail(tx, tenantId);
  });
  context.log.info({ tenantId, host, port, isFine }, "mail server tested");
  if (!isFine) throw new AppError("mail.not_delivered", { reason });
  return { to: user.email };
};
