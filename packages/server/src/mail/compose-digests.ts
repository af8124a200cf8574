import { createHash } from "node:crypto";
import type { NotificationKind } from "@mainstay/domain/notification/notification-kind";
import { isQuiet } from "@mainstay/domain/notification/quiet-hours";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { enqueueMail } from "../notification/enqueue-digests.ts";
import { type KeptPreference, keptPreference } from "../notification/preference-queries.ts";
import type { ZoneTime } from "../notification/zone-time.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { findMailSetting } from "./mail-setting-queries.ts";

interface Unmailed {
  user_id: string;
  id: string;
  kind: NotificationKind;
  is_urgent: boolean;
}

interface DigestDraft {
  readonly kind: "daily" | "urgent";
  readonly dedupeKey: string;
  readonly notificationIds: readonly string[];
}

/** What nobody wanted by mail for this long will not be mailed any more. */
const mailedWithin = sql`interval '3 days'`;

/**
 * Writes the mail that is due now: urgent news at once to who wants that, the day's digest from each reader's hour on, nothing
 * in their quiet hours. What was read meanwhile is left out. Each digest is written once: under its key in the outbox, and
 * its notifications are marked. Does nothing while no mail server is set up.
 */
export const composeDigests = async (
  tx: Tx,
  tenantId: TenantId,
  now: Date,
  time: ZoneTime,
): Promise<number> => {
  const setting = await findMailSetting(tx, tenantId);
  if (!setting?.isEnabled) return 0;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`digests:${tenantId}`}, 0))`.execute(
    tx,
  );
  const { rows } = await sql<Unmailed>`
    select n.user_id, n.id, n.kind, n.is_urgent from notification n
    join app_user u on u.tenant_id = n.tenant_id and u.id = n.user_id and u.is_active
    where n.tenant_id = ${tenantId}::uuid and n.mailed_at is null and n.read_at is null
      and u.email not like '%.invalid'
      and n.created_at > ${now}::timestamptz - ${mailedWithin}
    order by n.created_at desc, n.id desc`.execute(tx);
  const perUser = new Map<string, Unmailed[]>();
  for (const row of rows) perUser.set(row.user_id, [...(perUser.get(row.user_id) ?? []), row]);
  const wishes = await loadPreferences(tx, tenantId, [...perUser.keys()]);
  const sentToday = await daysWritten(tx, tenantId, time.today);
  let written = 0;
  for (const [userId, unmailed] of perUser) {
    const wish = wishes.get(userId) ?? keptPreference(null);
    const hasDaily = sentToday.has(userId);
    const draft = dueDigest(wish, unmailed, time, hasDaily);
    if (draft && (await writeToOutbox(tx, tenantId, userId, draft, now, setting.fromAddress))) {
      written += 1;
    }
  }
  if (written > 0) await enqueueMail(tx, tenantId);
  return written;
};

/** What is due to one reader now; the daily digest carries urgent news with it. */
export const dueDigest = (
  wish: KeptPreference,
  unmailed: readonly Unmailed[],
  time: ZoneTime,
  hasDaily: boolean,
): DigestDraft | null => {
  const quiet = { from: wish.quietFrom, to: wish.quietTo, workdaysOnly: wish.workdaysOnly };
  if (wish.digest === "off" || isQuiet(quiet, time)) return null;
  const wanted = unmailed.filter(({ kind }) => wish.ways[kind] === "mail");
  if (!hasDaily && wanted.length > 0 && time.minuteOfDay >= wish.digestHour * 60) {
    return {
      kind: "daily",
      dedupeKey: `daily:${time.today}`,
      notificationIds: wanted.map(({ id }) => id),
    };
  }
  const urgent = wanted.filter((one) => one.is_urgent).map(({ id }) => id);
  const [newest] = urgent;
  return wish.digest === "daily_and_urgent" && newest !== undefined
    ? { kind: "urgent", dedupeKey: `urgent:${newest}`, notificationIds: urgent }
    : null;
};

const loadPreferences = async (
  tx: Tx,
  tenantId: TenantId,
  userIds: readonly string[],
): Promise<Map<string, KeptPreference>> => {
  const rows = await tx
    .selectFrom("notification_preference")
    .select(["user_id", "ways", "digest", "digest_hour", "quiet_from", "quiet_to"])
    .select(["workdays_only", "version"])
    .where("tenant_id", "=", tenantId)
    .where(sql<boolean>`user_id = any(${[...userIds]}::uuid[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      row.user_id,
      keptPreference(row as unknown as Parameters<typeof keptPreference>[0]),
    ]),
  );
};

const daysWritten = async (tx: Tx, tenantId: TenantId, today: string): Promise<Set<string>> => {
  const rows = await tx
    .selectFrom("mail_outbox")
    .select("user_id")
    .where("tenant_id", "=", tenantId)
    .where("dedupe_key", "=", `daily:${today}`)
    .execute();
  return new Set(rows.map(({ user_id }) => user_id));
};

const writeToOutbox = async (
  tx: Tx,
  tenantId: TenantId,
  userId: string,
  draft: DigestDraft,
  now: Date,
  fromAddress: string,
): Promise<boolean> => {
  const kept = await tx
    .insertInto("mail_outbox")
    .values({
      tenant_id: tenantId,
      id: newId(),
      user_id: userId,
      kind: draft.kind,
      dedupe_key: draft.dedupeKey,
      notification_ids: [...draft.notificationIds],
      message_id: messageIdOf(tenantId, userId, draft.dedupeKey, fromAddress),
      next_try_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .execute();
  if (kept.length === 0) return false;
  await tx
    .updateTable("notification")
    .set({ mailed_at: now })
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId)
    .where(sql<boolean>`id = any(${[...draft.notificationIds]}::uuid[])`)
    .execute();
  return true;
};

/** The same for the same digest, however often it is sent, and guessable by nobody. */
const messageIdOf = (tenantId: string, userId: string, key: string, from: string): string => {
  const hash = createHash("sha256").update(`${tenantId} ${userId} ${key}`).digest("hex");
  return `<digest.${hash.slice(0, 40)}@${from.slice(from.lastIndexOf("@") + 1)}>`;
};
