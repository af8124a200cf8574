import { sql } from "kysely";
import { customerMailQueue } from "../customer-mail/customer-mail-queue.ts";
import { findReader } from "../notification/find-reader.ts";
import { findNotifications } from "../notification/notification-queries.ts";
import { withTenant, withTenantReadOnly } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import {
  drainMailQueue,
  type MailQueue,
  type OutgoingWork,
  orderNextMail,
} from "./drain-mail-queue.ts";
import { writeDigest } from "./write-digest.ts";

interface Digest {
  id: string;
  attempts: number;
  user_id: string;
  kind: "daily" | "urgent";
  notification_ids: string[];
  message_id: string;
}

/** Our own people's digests: written when they are sent, in what the reader may see by then. */
const digestQueue: MailQueue<Digest> = {
  table: "mail_outbox",
  columns: sql`user_id, kind, notification_ids, message_id`,
  compose: async ({ tenantId, database }, _, setting, digest) => {
    const reader = await withTenantReadOnly(database, systemScope(tenantId), (db) =>
      findReader(db, tenantId, digest.user_id),
    );
    if (!reader) return { kind: "never", isServer: false, reason: "user_gone" };
    const items = await withTenantReadOnly(database, reader.scope, (db) =>
      findNotifications(db, { tenantId, userId: reader.userId }, digest.notification_ids),
    );
    if (items.length === 0)
      return { kind: "never", isServer: false, reason: "nothing_left_to_tell" };
    const { name, locale, email, workspaceName } = reader;
    const { pageOrigin, fromAddress } = setting;
    return {
      from: { name: workspaceName, address: fromAddress },
      to: email,
      messageId: digest.message_id,
      ...writeDigest({ kind: digest.kind, name, locale, pageOrigin, items }),
    };
  },
};

/** Sends what waits in both queues: customers' mail first, then our own digests. */
export const sendWaitingMail = async (work: OutgoingWork): Promise<void> => {
  const { database, tenantId, clock } = work;
  const isMoreForCustomers = await drainMailQueue(work, customerMailQueue);
  const isMoreForUs = await drainMailQueue(work, digestQueue);
  await withTenant(database, systemScope(tenantId), (tx) =>
    orderNextMail(tx, tenantId, clock.now(), isMoreForCustomers || isMoreForUs),
  );
};
