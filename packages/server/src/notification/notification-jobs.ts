import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { composeDigests } from "../mail/compose-digests.ts";
import { sendWaitingMail } from "../mail/send-waiting-mail.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { defineJobs } from "../platform/jobs/job-registry.ts";
import { type OutsideWorld, outsideWorld } from "../platform/outside/outside-world.ts";
import { deliverRobotMessages } from "../robot/deliver-robot-messages.ts";
import { enqueueMail, enqueueRobot } from "./enqueue-digests.ts";
import { tellMorning } from "./tell-morning.ts";
import { readZoneTime } from "./zone-time.ts";

/** The jobs that tell people what is new, through this way out of the house. */
export const makeNotificationJobs = (outside: OutsideWorld) =>
  defineJobs({
    compose_digests: async (_, { tenantId, clock, write }) => {
      const now = clock.now();
      await write(async (tx) => {
        const time = await readZoneTime(tx, tenantId, now);
        await tellMorning(tx, tenantId, time);
        await composeDigests(tx, tenantId, now, time);
        await orderWhatWaits(tx, tenantId);
        await forgetOld(tx, tenantId, now);
      });
    },
    send_mail: (_, context) => sendWaitingMail({ ...context, outside }),
    deliver_robot_message: ({ robotId }, context) =>
      deliverRobotMessages({ ...context, outside }, robotId),
  });

export const notificationJobs = makeNotificationJobs(outsideWorld);

/** Orders the sending of all that waits, in case an order was lost with a process or came in quiet hours. */
const orderWhatWaits = async (tx: Tx, tenantId: TenantId): Promise<void> => {
  const { rows: mail } = await sql`
    select 1 from mail_outbox where tenant_id = ${tenantId}::uuid and status = 'waiting'
    union all select 1 from customer_mail where tenant_id = ${tenantId}::uuid and status = 'waiting' limit 1`.execute(
    tx,
  );
  if (mail.length > 0) await enqueueMail(tx, tenantId);
  const robots = await tx
    .selectFrom("robot_message")
    .select("robot_id")
    .distinct()
    .where("tenant_id", "=", tenantId)
    .where("status", "=", "waiting")
    .execute();
  for (const { robot_id } of robots) await enqueueRobot(tx, tenantId, robot_id);
};

/** What was sent is kept for a month, what failed for three, read notifications for a year. */
const forgetOld = async (tx: Tx, tenantId: TenantId, now: Date): Promise<void> => {
  for (const table of ["mail_outbox", "customer_mail", "robot_message"]) {
    await sql`delete from ${sql.table(table)} where tenant_id = ${tenantId}::uuid
      and ((status in ('sent', 'skipped') and ended_at < ${now}::timestamptz - interval '30 days')
        or (status = 'dead' and ended_at < ${now}::timestamptz - interval '90 days'))`.execute(tx);
  }
  await sql`delete from notification where tenant_id = ${tenantId}::uuid
    and read_at is not null and created_at < ${now}::timestamptz - interval '1 year'`.execute(tx);
};
