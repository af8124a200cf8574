import type {
  NotificationPreferenceDraft,
  NotificationPreferenceView,
} from "@mainstay/contract/notification";
import { heldWays } from "@mainstay/domain/notification/notification-preference";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { refuseField } from "../platform/http/field-problems.ts";
import { countUnread, markAllRead, markRead } from "./notification-queries.ts";
import { type KeptPreference, readPreference, savePreference } from "./preference-queries.ts";

const readerOf = ({ tenantId, actor }: Context) => ({ tenantId, userId: actor.userId });

/** Marks one of one's own as read; of anybody else's there is none. Reading is no act for the audit. */
export const readNotification = (context: Context, id: string): Promise<{ unread: number }> =>
  context.write(async (tx) => {
    const reader = readerOf(context);
    if (!(await markRead(tx, reader, id, context.now))) {
      throw new AppError("notification.not_found");
    }
    return { unread: await countUnread(tx, reader) };
  });

export const readAllNotifications = (context: Context): Promise<{ unread: number }> =>
  context.write(async (tx) => {
    await markAllRead(tx, readerOf(context), context.now);
    return { unread: await countUnread(tx, readerOf(context)) };
  });

const present = async (
  db: Db,
  { tenantId, actor }: Context,
  kept: KeptPreference,
): Promise<NotificationPreferenceView> => {
  const { email } = await db
    .selectFrom("app_user")
    .select("email")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", actor.userId)
    .executeTakeFirstOrThrow();
  const server = await db
    .selectFrom("mail_setting")
    .select("tenant_id")
    .where("tenant_id", "=", tenantId)
    .where("is_enabled", "=", true)
    .executeTakeFirst();
  return { ...kept, ways: { ...kept.ways }, email, isMailReady: server !== undefined };
};

export const readPreferences = async (db: Db, context: Context) =>
  present(db, context, await readPreference(db, context.tenantId, context.actor.userId));

/** Keeps what somebody wants to hear. Approvals asked of them cannot be switched off: they are told in the product. */
export const savePreferences = (
  context: Context,
  draft: NotificationPreferenceDraft,
): Promise<NotificationPreferenceView> => {
  if ((draft.quietFrom === null) !== (draft.quietTo === null)) {
    throw refuseField("quietTo", "required");
  }
  return context.write(async (tx) => {
    const { tenantId, actor } = context;
    const { userId } = actor;
    // One's own row is the lock of one's own wishes, also before there are any.
    await tx
      .selectFrom("app_user")
      .select("id")
      .where("tenant_id", "=", tenantId)
      .where("id", "=", userId)
      .forNoKeyUpdate()
      .execute();
    const before = await readPreference(tx, tenantId, userId);
    demandVersion(context, before.version);
    const ways = heldWays({ ...before.ways, ...draft.ways });
    const version = before.version + 1;
    await savePreference(tx, tenantId, userId, { ...draft, ways }, version);
    const subject = { kind: "user", id: userId };
    await recordAudit(tx, context, "notification_preference.saved", subject, {
      digest: draft.digest,
    });
    return present(tx, context, await readPreference(tx, tenantId, userId));
  });
};
