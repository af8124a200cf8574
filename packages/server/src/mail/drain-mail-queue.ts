import { mailPatience, waitAfter } from "@mainstay/domain/notification/back-off";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { type RawBuilder, sql } from "kysely";
import { enqueueMail } from "../notification/enqueue-digests.ts";
import type { Clock } from "../platform/clock/clock.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { Database } from "../platform/db/open-database.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import type { Log } from "../platform/log/create-log.ts";
import type { Mail, MailOutcome, OutsideWorld } from "../platform/outside/outside-world.ts";
import type { KeyRing } from "../platform/secrets/key-ring.ts";
import { findMailSetting, type MailSetting, mailServerOf } from "./mail-setting-queries.ts";

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
  attempts: number;
}

/** How a mail stands after a try; `skipped`: whom it is for may not be written to any more. */
export type MailStatus = "sent" | "waiting" | "dead" | "skipped";

/** There is nobody to write to, or they may not be. */
interface Skipped {
  readonly kind: "skipped";
  readonly isServer: false;
  readonly reason: string;
}

/** A table of mail that waits, and what is its own: what a row says, and what follows from how it ended. */
export interface MailQueue<Row extends Waiting> {
  readonly table: "mail_outbox" | "customer_mail";
  readonly columns: RawBuilder<unknown>;
  /** Its mail may be meant for later: one far ahead was planned so, and is no clock that jumped. */
  readonly isPlanned?: true;
  /** The mail a row stands for; the outcome instead when there is nobody or nothing to write to. */
  readonly compose: (
    work: OutgoingWork,
    tx: Tx,
    setting: MailSetting,
    row: Row,
  ) => Promise<Mail | Exclude<MailOutcome, { kind: "sent" }> | Skipped>;
  /** In the transaction that notes it. */
  readonly afterwards?: (
    tx: Tx,
    tenantId: TenantId,
    row: Row,
    ended: { readonly status: MailStatus; readonly reason: string | null; readonly now: Date },
  ) => Promise<void>;
}

/** A clock that jumped forward and back leaves nothing waiting for longer than the longest patience. */
const farthestWait = sql`make_interval(secs => ${mailPatience.longestMs / 1000})`;

const mostAtOnce = 500;

/**
 * Sends what waits, one mail a transaction with its row locked, so that two workers never send the same. A kill between the
 * server's yes and our note of it sends that one mail once more under the same Message-ID, which is how mail servers and
 * readers know it again; nothing is lost and nothing else repeats. A server that cannot be used rests, and with it all mail.
 * The answer says whether there may be more to send now.
 */
export const drainMailQueue = async <Row extends Waiting>(
  work: OutgoingWork,
  queue: MailQueue<Row>,
): Promise<boolean> => {
  const scope = systemScope(work.tenantId);
  for (let sent = 0; sent < mostAtOnce && !work.abort?.aborted; sent++) {
    if (!(await withTenant(work.database, scope, (tx) => sendOne(work, queue, tx)))) return false;
  }
  return true;
};

const sendOne = async <Row extends Waiting>(
  work: OutgoingWork,
  queue: MailQueue<Row>,
  tx: Tx,
): Promise<boolean> => {
  const { tenantId, clock, keyRing, outside } = work;
  const now = clock.now();
  const setting = await findMailSetting(tx, tenantId);
  if (!setting?.isEnabled || isResting(setting, now)) return false;
  const { rows } = await sql<Row>`
    select id, attempts, ${queue.columns} from ${sql.table(queue.table)}
    where tenant_id = ${tenantId}::uuid and status = 'waiting'
      and (next_try_at <= ${now} or (${queue.isPlanned ? sql`attempts > 0` : sql`true`} and next_try_at > ${now}::timestamptz + ${farthestWait}))
    order by next_try_at, id limit 1 for update skip locked`.execute(tx);
  const [row] = rows;
  if (!row) return false;
  const mail = await queue.compose(work, tx, setting, row);
  const outcome =
    "kind" in mail ? mail : await outside.sendMail(mailServerOf(keyRing, tenantId, setting), mail);
  await noteOutcome(work, queue, tx, row, outcome);
  return outcome.kind === "sent" || !outcome.isServer;
};

const isResting = ({ restUntil }: MailSetting, now: Date): boolean =>
  restUntil !== null &&
  restUntil > now &&
  restUntil.getTime() - now.getTime() <= mailPatience.longestMs;

const noteOutcome = async <Row extends Waiting>(
  { tenantId, clock, log }: OutgoingWork,
  queue: MailQueue<Row>,
  tx: Tx,
  row: Row,
  outcome: MailOutcome | Skipped,
): Promise<void> => {
  const now = clock.now();
  const attempts = row.attempts + 1;
  const wait = outcome.kind === "later" ? waitAfter(mailPatience, attempts, Math.random()) : null;
  const nextTryAt = wait === null ? now : new Date(now.getTime() + wait);
  const reason = outcome.kind === "sent" ? null : outcome.reason;
  const status =
    outcome.kind === "sent" || outcome.kind === "skipped"
      ? outcome.kind
      : wait === null
        ? "dead"
        : "waiting";
  await sql`update ${sql.table(queue.table)} set status = ${status}, attempts = ${attempts}, last_error = ${reason},
      next_try_at = ${nextTryAt}, ended_at = ${status === "waiting" ? null : now}
    where tenant_id = ${tenantId}::uuid and id = ${row.id}::uuid`.execute(tx);
  await queue.afterwards?.(tx, tenantId, row, { status, reason, now });
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
  }
  if (outcome.kind !== "sent") {
    log.warn({ tenantId, mailId: row.id, attempts, status, reason }, "mail not sent");
  }
};

/** Orders the next look at what waits in any queue: at once when there is more, else when the first of it is due. */
export const orderNextMail = async (
  tx: Tx,
  tenantId: TenantId,
  now: Date,
  isMore: boolean,
): Promise<void> => {
  const setting = await findMailSetting(tx, tenantId);
  if (!setting?.isEnabled) return;
  const { rows } = await sql<{ at: Date | null }>`select least(
      (select min(next_try_at) from mail_outbox where tenant_id = ${tenantId}::uuid and status = 'waiting'),
      (select min(next_try_at) from customer_mail where tenant_id = ${tenantId}::uuid and status = 'waiting')) as at`.execute(
    tx,
  );
  const [next] = rows;
  if (!next?.at) return;
  if (isResting(setting, now)) await enqueueMail(tx, tenantId, setting.restUntil ?? now);
  else if (isMore) await enqueueMail(tx, tenantId);
  else await enqueueMail(tx, tenantId, next.at);
};
