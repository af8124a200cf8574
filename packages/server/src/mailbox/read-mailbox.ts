import { messageBytesAtMost } from "@mainstay/domain/incoming-message/incoming-limit";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { keepUnread } from "../incoming-message/keep-unread.ts";
import { type IncomingMail, parseMail } from "../incoming-message/parse-mail.ts";
import { takeMessage } from "../incoming-message/take-message.ts";
import type { Clock } from "../platform/clock/clock.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { Database } from "../platform/db/open-database.ts";
import { withTenant, withTenantReadOnly } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { Log } from "../platform/log/create-log.ts";
import type { OpenMailbox, VisitMailbox } from "../platform/outside/open-mailbox.ts";
import type { KeyRing } from "../platform/secrets/key-ring.ts";
import { findMailbox, type Mailbox, mailboxServerOf } from "./mailbox-queries.ts";

/** What reading needs, whoever asks for it. */
export interface MailboxWork {
  readonly tenantId: TenantId;
  readonly database: Database;
  readonly keyRing: KeyRing;
  readonly clock: Clock;
  readonly log: Log;
  readonly visitMailbox: VisitMailbox;
  readonly abort?: AbortSignal;
}

/** One look takes no more; the rest waits for the next. */
const messagesAtMost = 500;

/** How a look ended: how many messages were taken, and whether there are more. */
export type LookOutcome =
  | { readonly kind: "off" }
  | { readonly kind: "failed" }
  | { readonly kind: "read"; readonly taken: number; readonly hasMore: boolean };

/**
 * Reads what is new. Each message is kept and the place noted in one transaction, and only then marked on the server; a kill
 * in between leaves it unmarked, and the next look marks it without reading it again. Another numbering (UIDVALIDITY) begins
 * with the unread messages anew; what was taken before is known by its Message-ID.
 */
export const readNewMail = async (work: MailboxWork): Promise<LookOutcome> => {
  const { tenantId, database, keyRing, clock, log } = work;
  const scope = systemScope(tenantId);
  const mailbox = await withTenantReadOnly(database, scope, (db) => findMailbox(db, tenantId));
  const server = mailbox?.isEnabled ? mailboxServerOf(keyRing, tenantId, mailbox) : null;
  if (!mailbox || !server) return { kind: "off" };
  const outcome = await work.visitMailbox(server, (room) => readRoom(work, mailbox, room));
  const now = clock.now();
  const isFine = outcome.kind === "read";
  await withTenant(database, scope, (tx) =>
    tx
      .updateTable("mailbox")
      .set(
        isFine
          ? {
              last_looked_at: now,
              last_success_at: now,
              last_error: null,
              last_error_at: null,
              failures: 0,
            }
          : {
              last_looked_at: now,
              last_error: outcome.reason,
              last_error_at: now,
              failures: mailbox.failures + 1,
            },
      )
      .where("tenant_id", "=", tenantId)
      .execute(),
  );
  if (isFine) return { kind: "read", ...outcome.result };
  log.warn({ tenantId, reason: outcome.reason }, "mailbox not read");
  return { kind: "failed" };
};

const readRoom = async (work: MailboxWork, mailbox: Mailbox, room: OpenMailbox) => {
  const validity = Number(room.uidValidity);
  const isKnown = mailbox.uidValidity === validity;
  const lastUid = isKnown ? mailbox.lastUid : 0;
  if (isKnown) await markRead(work, mailbox, room, mailbox.markedUid, lastUid);
  else await noteNumbering(work, validity);
  const listed = await room.listAfter(lastUid, isKnown ? messagesAtMost + 1 : 100_000);
  // The first look of a numbering leaves alone what somebody has read already.
  const unseen = isKnown ? null : new Set(await room.listUnseen());
  const fresh = unseen ? listed.filter(({ uid }) => unseen.has(uid)) : listed;
  const due = unseen ? fresh : fresh.slice(0, messagesAtMost);
  let readTo = lastUid;
  let taken = 0;
  for (const one of due) {
    if (work.abort?.aborted) break;
    if (await takeOne(work, mailbox, room, one, validity)) taken += 1;
    readTo = one.uid;
  }
  const isDone = due.length === fresh.length && readTo === (due.at(-1)?.uid ?? readTo);
  const newest = listed.at(-1)?.uid ?? lastUid;
  if (unseen && isDone && newest > readTo) {
    await noteRead(work, validity, newest);
    readTo = newest;
  }
  if (readTo > lastUid) {
    const uids = due.map(({ uid }) => uid).filter((uid) => uid <= readTo);
    await finish(work, mailbox, room, uids, readTo);
  }
  return { taken, hasMore: !isDone };
};

/** Marks what an earlier look took and could not mark any more. */
const markRead = async (
  work: MailboxWork,
  mailbox: Mailbox,
  room: OpenMailbox,
  markedUid: number,
  lastUid: number,
): Promise<void> => {
  if (markedUid >= lastUid) return;
  const between = await room.listAfter(markedUid, 100_000);
  const uids = between.map(({ uid }) => uid).filter((uid) => uid <= lastUid);
  await finish(work, mailbox, room, uids, lastUid);
};

const finish = async (
  { tenantId, database }: MailboxWork,
  { afterReading, moveTo }: Mailbox,
  room: OpenMailbox,
  uids: readonly number[],
  markedUid: number,
): Promise<void> => {
  await room.markSeen(uids);
  if (afterReading === "move" && moveTo !== null) await room.move(uids, moveTo);
  await withTenant(database, systemScope(tenantId), (tx) =>
    sql`update mailbox set marked_uid = greatest(marked_uid, ${markedUid})
      where tenant_id = ${tenantId}::uuid`.execute(tx),
  );
};

const noteNumbering = ({ tenantId, database }: MailboxWork, validity: number) =>
  withTenant(database, systemScope(tenantId), (tx) =>
    tx
      .updateTable("mailbox")
      .set({ uid_validity: validity, last_uid: 0, marked_uid: 0 })
      .where("tenant_id", "=", tenantId)
      .execute(),
  );

const noteRead = ({ tenantId, database }: MailboxWork, validity: number, uid: number) =>
  withTenant(database, systemScope(tenantId), (tx) => noteReadIn(tx, tenantId, validity, uid));

const noteReadIn = (tx: Tx, tenantId: TenantId, validity: number, uid: number) =>
  sql`update mailbox set last_uid = greatest(last_uid, ${uid})
    where tenant_id = ${tenantId}::uuid and uid_validity = ${validity}`.execute(tx);

/** One message and the note that it was read, whole or not at all; true when it was new. */
const takeOne = async (
  { tenantId, database, clock, log }: MailboxWork,
  { pageOrigin }: Mailbox,
  room: OpenMailbox,
  { uid, sizeBytes }: { uid: number; sizeBytes: number },
  validity: number,
): Promise<boolean> => {
  const isTooLarge = sizeBytes > messageBytesAtMost;
  const raw = await room.read(uid, isTooLarge ? "headers" : "whole");
  const mail = raw && (await understood(raw));
  if (raw && !mail) log.warn({ tenantId, uid, sizeBytes }, "mail could not be understood");
  const author = { tenantId, actor: null, requestId: null };
  const from = { channel: "mailbox" as const, pageOrigin, now: clock.now() };
  const unread = { mail: isTooLarge ? mail : null, sizeBytes, key: `uid:${validity}:${uid}` };
  const take = (isReadable: boolean) =>
    withTenant(database, systemScope(tenantId), async (tx) => {
      const outcome =
        raw === null
          ? "taken_before"
          : mail && isReadable
            ? await takeMessage(tx, author, mail, from)
            : await keepUnread(tx, author, unread, from);
      await noteReadIn(tx, tenantId, validity, uid);
      return outcome !== "taken_before";
    });
  try {
    return await take(!isTooLarge);
  } catch (error) {
    // One message that cannot be kept must not hold up all behind it.
    if (!isOfMessage(error)) throw error;
    log.error({ err: error, tenantId, uid }, "mail could not be taken");
    return take(false);
  }
};

/** Refused by a rule or by the data itself, so that trying again would end the same. */
const isOfMessage = (error: unknown): boolean =>
  error instanceof AppError || /^2[23]/.test(String((error as { code?: unknown }).code ?? ""));

const understood = async (raw: Buffer): Promise<IncomingMail | null> => {
  try {
    return await parseMail(raw);
  } catch {
    return null;
  }
};
