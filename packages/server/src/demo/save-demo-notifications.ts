import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { NotificationKind } from "@mainstay/domain/notification/notification-kind";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { type News, notifyAll } from "../notification/notify.ts";
import type { Tx } from "../platform/db/database-handles.ts";

interface Happened {
  id: string;
  account_id: string | null;
  owner: string | null;
  a: string;
  b: string;
}

/** At most so many of each kind, so that the list reads like a few days and not like a dump. */
const ofEach = 4;

/**
 * What the demo's people and the administrator were told in the last three days: of the handovers, approvals, obligations,
 * signals and tasks that the demo holds. The older half is read.
 */
export const saveDemoNotifications = async (
  tx: Tx,
  tenantId: TenantId,
  today: DayNumber,
): Promise<void> => {
  const on = isoFromDayNumber(today);
  const lookers = await tx
    .selectFrom("app_user")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("role", "in", ["admin", "director"])
    .execute();
  const everybody = lookers.map(({ id }) => id);
  const t = sql`tenant_id = ${tenantId}::uuid`;
  const read = async (query: ReturnType<typeof sql<Happened>>) => (await query.execute(tx)).rows;
  const handovers = await read(sql<Happened>`
    select id, account_id, owner_user_id as owner, side as a, due_at::text as b from handover
    where ${t} and status = 'open' order by id limit ${ofEach}`);
  const approvals = await read(sql<Happened>`
    select id, account_id, approver_user_id as owner, kind as a, due_on::text as b from approval
    where ${t} and status = 'pending' order by id limit ${ofEach}`);
  const overdue = await read(sql<Happened>`
    select id, account_id, owner_user_id as owner, kind as a, due_on::text as b from obligation
    where ${t} and status = 'open' and due_on < ${on}::date order by due_on desc, id limit ${ofEach}`);
  const signals = await read(sql<Happened>`
    select id, account_id, owner_user_id as owner, kind as a, severity as b from signal
    where ${t} and status = 'open' order by id limit ${ofEach}`);
  const tasks = await read(sql<Happened>`
    select id, account_id, owner_user_id as owner, '' as a, due_on::text as b from task
    where ${t} and status = 'open' and due_on is not null order by due_on, id limit ${ofEach}`);
  const tell = (
    kind: NotificationKind,
    subjectKind: News["subjectKind"],
    rows: readonly Happened[],
    paramsOf: (row: Happened) => object,
  ): News[] =>
    rows.map(
      (row) =>
        ({
          userIds: [...everybody, ...(row.owner === null ? [] : [row.owner])],
          kind,
          subjectKind,
          subjectId: row.id,
          accountId: row.account_id,
          reason: { params: paramsOf(row) },
          dedupeKey: `${kind}:${row.id}`,
        }) as News,
    );
  await notifyAll(tx, tenantId, [
    ...tell("task_assigned", "task", tasks, ({ b }) => ({ dueOn: b })),
    ...tell("signal_raised", "signal", signals, ({ a, b }) => ({ signalKind: a, severity: b })),
    ...tell("obligation_overdue", "obligation", overdue, ({ a, b }) => ({
      obligationKind: a,
      dueOn: b,
    })),
    ...tell("approval_asked", "approval", approvals, ({ a, b }) => ({ approvalKind: a, dueOn: b })),
    ...tell("handover_started", "handover", handovers, ({ a }) => ({ side: a })),
  ]);
  // Spread over three days, the newest a few minutes old.
  await sql`
    update notification n set created_at = now() - spread.turn * interval '3 hours 40 minutes' - interval '9 minutes',
      read_at = case when spread.turn > 8 then now() - spread.turn * interval '3 hours' end
    from (select id, row_number() over (partition by user_id order by created_at desc, id) - 1 as turn
      from notification where ${t}) as spread
    where n.tenant_id = ${tenantId}::uuid and n.id = spread.id`.execute(tx);
};
