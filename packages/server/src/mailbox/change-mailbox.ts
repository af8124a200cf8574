import type { MailboxDraft, MailboxView } from "@mainstay/contract/mailbox";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { refuseField } from "../platform/http/field-problems.ts";
import { seal } from "../platform/secrets/seal.ts";
import { enqueueMailbox } from "./enqueue-mailbox.ts";
import {
  findMailbox,
  type Mailbox,
  mailboxPasswordPlace,
  mailboxServerOf,
} from "./mailbox-queries.ts";

const present = (mailbox: Mailbox): MailboxView => {
  const { host, port, security, userName, folder, everyMinutes, afterReading, moveTo } = mailbox;
  const { ownAddresses, isEnabled, lastError, version } = mailbox;
  return {
    host,
    port,
    security,
    userName,
    hasPassword: mailbox.passwordSealed !== null,
    folder,
    everyMinutes,
    afterReading,
    moveTo,
    ownAddresses,
    isEnabled,
    lastSuccessAt: mailbox.lastSuccessAt?.toISOString() ?? null,
    lastError,
    lastErrorAt: mailbox.lastErrorAt?.toISOString() ?? null,
    version,
  };
};

export const readMailbox = async (db: Db, { tenantId }: Context) => {
  const mailbox = await findMailbox(db, tenantId);
  return { mailbox: mailbox && present(mailbox) };
};

/** The workspace's own row is the lock of its mailbox, also before there is one. */
const lockMailbox = async (tx: Tx, { tenantId }: Context): Promise<Mailbox | null> => {
  await tx.selectFrom("tenant").select("id").where("id", "=", tenantId).forNoKeyUpdate().execute();
  return findMailbox(tx, tenantId);
};

/**
 * Says which mailbox is read. The password is kept sealed and belongs to host and user: another of either wants it again, so
 * that nobody sends a kept password to a server of their own. Another mailbox or folder is read from its unread messages on.
 */
export const saveMailbox = (
  app: App,
  context: Context,
  { password, ...draft }: MailboxDraft,
): Promise<MailboxView> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    const before = await lockMailbox(tx, context);
    demandVersion(context, before?.version ?? 1);
    const isSameServer =
      before !== null && before.host === draft.host && before.userName === draft.userName;
    const kept = isSameServer ? before.passwordSealed : null;
    const sealed =
      password === undefined ? kept : seal(app.keyRing, mailboxPasswordPlace(tenantId), password);
    if (sealed === null) throw refuseField("password", "required");
    const row = {
      host: draft.host,
      port: draft.port,
      security: draft.security,
      user_name: draft.userName,
      password_sealed: sealed,
      folder: draft.folder,
      every_minutes: draft.everyMinutes,
      after_reading: draft.afterReading,
      move_to: draft.moveTo ?? null,
      own_addresses: draft.ownAddresses.map((one) => one.toLowerCase()),
      page_origin: context.origin,
      is_enabled: draft.isEnabled,
      ...(isSameServer && before.folder === draft.folder
        ? {}
        : { uid_validity: null, last_uid: 0, marked_uid: 0 }),
      last_error: null,
      last_error_at: null,
      last_looked_at: null,
      failures: 0,
      version: before ? before.version + 1 : 1,
      updated_at: context.now,
    };
    await tx
      .insertInto("mailbox")
      .values({ tenant_id: tenantId, ...row })
      .onConflict((conflict) => conflict.column("tenant_id").doUpdateSet(row))
      .execute();
    const { host, port, security, folder, isEnabled } = draft;
    const isPasswordChanged = password !== undefined;
    const detail = { host, port, security, folder, isEnabled, isPasswordChanged };
    await recordAudit(tx, context, "mailbox.saved", { kind: "workspace", id: tenantId }, detail);
    if (isEnabled) await enqueueMailbox(tx, tenantId);
    const after = await findMailbox(tx, tenantId);
    if (!after) throw new AppError("mailbox.not_set_up");
    return present(after);
  });

/** Forgets the mailbox and its password; what was read stays. */
export const removeMailbox = (context: Context): Promise<void> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    const before = await lockMailbox(tx, context);
    if (!before) throw new AppError("mailbox.not_set_up");
    await tx.deleteFrom("mailbox").where("tenant_id", "=", tenantId).execute();
    const subject = { kind: "workspace", id: tenantId };
    await recordAudit(tx, context, "mailbox.removed", subject, { host: before.host });
  });

/** Looks into the mailbox now without reading anything, and says what the server said if that failed. */
export const checkMailbox = async (app: App, context: Context): Promise<{ messages: number }> => {
  const { tenantId } = context;
  const { visitMailbox } = app.outside;
  const mailbox = await context.read((db) => findMailbox(db, tenantId));
  const server = mailbox && mailboxServerOf(app.keyRing, tenantId, mailbox);
  if (!server || !visitMailbox) throw new AppError("mailbox.not_set_up");
  const outcome = await visitMailbox(server, async ({ messages }) => messages);
  const isFine = outcome.kind === "read";
  const reason = isFine ? null : outcome.reason;
  const { host, port } = server;
  await context.write(async (tx) => {
    await tx
      .updateTable("mailbox")
      .set({ last_error: reason, last_error_at: isFine ? null : context.now })
      .where("tenant_id", "=", tenantId)
      .execute();
    const subject = { kind: "workspace", id: tenantId };
    await recordAudit(tx, context, "mailbox.tested", subject, { host, port, isFine });
    if (isFine && mailbox.isEnabled) await enqueueMailbox(tx, tenantId);
  });
  if (!isFine) throw new AppError("mailbox.not_reached", { reason: outcome.reason });
  return { messages: outcome.result };
};
