import { mailPatience, waitAfter } from "@mainstay/domain/notification/back-off";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { enqueueMail } from "../notification/enqueue-digests.ts";
import { findReader } from "../notification/find-reader.ts";
import { findNotifications } from "../notification/notification-queries.ts";
import type { Clock } from "../platform/clock/clock.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { Database } from "../platform/db/open-database.ts";
import { withTenant, withTenantReadOnly } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import type { Log } from "../platform/log/create-log.ts";
import type { MailOutcome, OutsideWorld } from "../platform/outside/outside-world.ts";
import type { KeyRing } from "../platform/secrets/key-ring.ts";
import { findMailSetting, type MailSetting, mailServerOf } from "./mail-setting-queries.ts";
import { writeDigest } from "./write-digest.ts";

/** What sending needs, whoever asks for it. */
export interface OutgoingWork {
  readonly tenantId: TenantId;
  readonly database: Database;
  readonly keyRing: KeyRing;
  readonly clock: Clock;
  readonly log: Log;
  readonly outside: OutsideWorld;
  readonly abort?: AbortSignal;
}

interface Waiting {
  id: string;
  user_id: string;
  kind: "daily" | "urgent";
  notification_ids: string[];
  message_id: string;
  attempts: number;
}

/** A clock that jumped forward and back leaves nothing waiting for longer than the longest patience. */
const farthestWait = sql`make_interval(secs => ${mailPatience.longestMs / 1000})`;

/**
 * Sends what waits, one mail a transaction with its row locked, so that two workers never send the same. A kill between the
 * server's yes and our note of it sends that one mail once more under the same Message-ID, which is how mail servers and
 * readers know it again; nothing is lost and nothing else repeats. A server that cannot be used rests, and with it all mail.
 */
export const sendWaitingMail = async (work: OutgoingWork): Promise<void> => {
  const { database, tenantId, abort } = work;
  const scope = systemScope(tenantId);
  for (let sent = 0; sent < 500 && !abort?.aborted; sent++) {
    if (!(await withTenant(database, scope, (tx) => sendOne(work, tx)))) return;
  }
  await withTenant(database, scope, (tx) => enqueueMail(tx, tenantId));
};

/** True when there may be more to send now. */
const sendOne = async (work: OutgoingWork, tx: Tx): Promise<boolean> => {
  const { tenantId, clock } = work;
  const now = clock.now();
  const setting = await findMailSetting(tx, tenantId);
  if (!setting?.isEnabled) return false;
  if (isResting(setting, now)) {
    await enqueueMail(tx, tenantId, setting.restUntil ?? now);
    return false;
  }
  const { rows } = await sql<Waiting>`
    select id, user_id, kind, notification_ids, message_id, attempts from mail_outbox
    where tenant_id = ${tenantId}::uuid and status = 'waiting'
      and (next_try_at <= ${now} or next_try_at > ${now}::timestamptz + ${farthestWait})
    order by next_try_at, id limit 1 for update skip locked`.execute(tx);
  const [mail] = rows;
  if (!mail) {
    await orderNextTry(tx, tenantId);
    return false;
  }
  const outcome = await sendTo(work, setting, mail);
  await noteOutcome(work, tx, mail, outcome);
  return outcome.kind === "sent" || !outcome.isServer;
};

const isResting = ({ restUntil }: MailSetting, now: Date): boolean =>
  restUntil !== null &&
  restUntil > now &&
  restUntil.getTime() - now.getTime() <= mailPatience.longestMs;

const sendTo = async (
  { tenantId, database, keyRing, outside }: OutgoingWork,
  setting: MailSetting,
  mail: Waiting,
): Promise<MailOutcome> => {
  const reader = await withTenantReadOnly(database, systemScope(tenantId), (db) =>
    findReader(db, tenantId, mail.user_id),
  );
  if (!reader) return { kind: "never", isServer: false, reason: "user_gone" };
  const items = await withTenantReadOnly(database, reader.scope, (db) =>
    findNotifications(db, { tenantId, userId: reader.userId }, mail.notification_ids),
  );
  if (items.length === 0) return { kind: "never", isServer: false, reason: "nothing_left_to_tell" };
  const { name, locale, email, workspaceName } = reader;
  const { pageOrigin, fromAddress } = setting;
  return outside.sendMail(mailServerOf(keyRing, tenantId, setting), {
    from: { name: workspaceName, address: fromAddress },
    to: email,
    messageId: mail.message_id,
    ...writeDigest({ kind: mail.kind, name, locale, pageOrigin, items }),
  });
};

const noteOutcome = async (
  { tenantId, clock, log }: OutgoingWork,
  tx: Tx,
  mail: Waiting,
  outcome: MailOutcome,
): Promise<void> => {
  const now = clock.now();
  const attempts = mail.attempts + 1;
  const wait = outcome.kind === "later" ? waitAfter(mailPatience, attempts, Math.random()) : null;
  const nextTryAt = wait === null ? now : new Date(now.getTime() + wait);
  const reason = outcome.kind === "sent" ? null : outcome.reason;
  const status = outcome.kind === "sent" ? "sent" : wait === null ? "dead" : "waiting";
  await tx
    .updateTable("mail_outbox")
    .set({
      status,
      attempts,
      last_error: reason,
      next_try_at: nextTryAt,
      ended_at: status === "waiting" ? null : now,
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", mail.id)
    .execute();
  const isServer = outcome.kind !== "sent" && outcome.isServer;
  if (outcome.kind === "sent" || isServer) {
    const restMs = wait ?? mailPatience.firstMs * 2 ** 5;
    await tx
      .updateTable("mail_setting")
      .set(
        isServer
          ? {
              rest_until: new Date(now.getTime() + restMs),
              last_error: reason,
              last_error_at: now,
            }
          : { rest_until: null, last_sent_at: now },
      )
      .where("tenant_id", "=", tenantId)
      .execute();
    if (isServer) await enqueueMail(tx, tenantId, new Date(now.getTime() + restMs));
  }
  if (outcome.kind !== "sent") {
    log.warn({ tenantId, mailId: mail.id, attempts, status, reason }, "mail not sent");
  }
};

const orderNextTry = async (tx: Tx, tenantId: TenantId): Promise<void> => {
  const next = await tx
    .selectFrom("mail_outbox")
    .select((all) => all.fn.min("next_try_at").as("at"))
    .where("tenant_id", "=", tenantId)
    .where("status", "=", "waiting")
    .executeTakeFirst();
  if (next?.at) await enqueueMail(tx, tenantId, new Date(next.at as unknown as string | Date));
};
