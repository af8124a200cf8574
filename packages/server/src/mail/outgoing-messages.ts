import type { OutgoingMessageView } from "@mainstay/contract/mail";
import { sql } from "kysely";
import { enqueueMail, enqueueRobot } from "../notification/enqueue-digests.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

interface Row extends Omit<OutgoingMessageView, "nextTryAt" | "createdAt"> {
  nextTryAt: Date | null;
  createdAt: Date;
}

const shownAtMost = 200;

/** What waits or failed on its way out, newest first. */
export const listOutgoing = async (
  db: Db,
  tenantId: string,
  status: "waiting" | "dead",
): Promise<{ items: OutgoingMessageView[]; total: number }> => {
  const { rows } = await sql<Row & { total: number }>`
    select *, count(*) over () as total from (
      select o.id, 'mail' as channel, o.status, u.name as "to", o.kind,
        jsonb_build_object('count', cardinality(o.notification_ids)) as params, null as account, o.attempts,
        case when o.attempts > 0 then o.next_try_at end as "nextTryAt", o.last_error as "lastError", o.created_at as "createdAt"
      from mail_outbox o join app_user u on u.tenant_id = o.tenant_id and u.id = o.user_id
      where o.tenant_id = ${tenantId}::uuid and o.status = ${status}
      union all
      select c.id, 'customer_mail', c.status, coalesce(p.name, regexp_replace(c.to_address, '^(.).*@', '\\1…@')), c.kind,
        '{}'::jsonb, coalesce(a.short_name, a.name), c.attempts,
        case when c.attempts > 0 or c.next_try_at > c.created_at then c.next_try_at end, c.last_error, c.created_at
      from customer_mail c
      left join person p on p.tenant_id = c.tenant_id and p.id = c.person_id and p.restricted_at is null
      left join account a on a.tenant_id = c.tenant_id and a.id = c.account_id
      where c.tenant_id = ${tenantId}::uuid and c.status = ${status}
      union all
      select m.id, 'robot', m.status, r.name, m.kind, m.reason -> 'params', coalesce(a.short_name, a.name), m.attempts,
        case when m.attempts > 0 then m.next_try_at end, m.last_error, m.created_at
      from robot_message m
      join robot r on r.tenant_id = m.tenant_id and r.id = m.robot_id
      left join account a on a.tenant_id = m.tenant_id and a.id = m.account_id
      where m.tenant_id = ${tenantId}::uuid and m.status = ${status}) as outgoing
    order by "createdAt" desc, id desc limit ${shownAtMost}`.execute(db);
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map(({ total: _, nextTryAt, createdAt, ...rest }) => ({
      ...rest,
      nextTryAt: nextTryAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
    })),
  };
};

/** Lets a message that failed try again from the beginning, at once. */
export const sendAgain = (context: Context, messageId: string): Promise<void> =>
  context.write(async (tx) => {
    const channel =
      (await revive(tx, context, "mail_outbox", messageId)) ??
      (await revive(tx, context, "customer_mail", messageId)) ??
      (await revive(tx, context, "robot_message", messageId));
    if (channel === null) throw new AppError("outgoing_message.not_found");
    const subject = { kind: "outgoing_message", id: messageId };
    await recordAudit(tx, context, "outgoing_message.sent_again", subject, { channel });
  });

const revive = async (
  tx: Tx,
  { tenantId, now }: Context,
  table: "mail_outbox" | "customer_mail" | "robot_message",
  id: string,
): Promise<"mail" | "customer_mail" | "robot" | null> => {
  const robotId = table === "robot_message" ? sql`robot_id` : sql`null::uuid`;
  const { rows } = await sql<{ status: string; robot_id: string | null }>`
    select status, ${robotId} as robot_id from ${sql.table(table)}
    where tenant_id = ${tenantId}::uuid and id = ${id}::uuid for update`.execute(tx);
  const [found] = rows;
  if (!found) return null;
  if (found.status !== "dead") throw new AppError("outgoing_message.not_dead");
  await sql`update ${sql.table(table)} set status = 'waiting', attempts = 0, next_try_at = ${now}, ended_at = null
    where tenant_id = ${tenantId}::uuid and id = ${id}::uuid`.execute(tx);
  if (found.robot_id !== null) {
    await enqueueRobot(tx, tenantId, found.robot_id);
    return "robot";
  }
  await enqueueMail(tx, tenantId);
  return table === "customer_mail" ? "customer_mail" : "mail";
};
