import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import { countVisits } from "./count-visits.ts";
import { type News, notifyAll } from "./notify.ts";
import type { ZoneTime } from "./zone-time.ts";

/** From when on, minutes after midnight, the morning is told. */
export const morningMinute = 8 * 60;

/**
 * Tells what is due today and, on workdays, each person's day in numbers. Once a day of the workspace: whoever comes second,
 * or comes again because the clock was put back, finds the morning told.
 */
export const tellMorning = async (
  tx: Tx,
  tenantId: TenantId,
  { today, minuteOfDay, isWorkday }: ZoneTime,
): Promise<void> => {
  if (minuteOfDay < morningMinute) return;
  const told = await tx
    .insertInto("notification_morning")
    .values({ tenant_id: tenantId, on_date: today })
    .onConflict((conflict) => conflict.doNothing())
    .returning("on_date")
    .execute();
  if (told.length === 0) return;
  await notifyAll(tx, tenantId, [
    ...(await dueTasks(tx, tenantId, today)),
    ...(isWorkday ? await daysAhead(tx, tenantId, today) : []),
  ]);
};

const dueTasks = async (tx: Tx, tenantId: TenantId, today: IsoDay): Promise<News[]> => {
  const tasks = await tx
    .selectFrom("task")
    .select(["id", "account_id", "owner_user_id"])
    .where("tenant_id", "=", tenantId)
    .where("status", "=", "open")
    .where("due_on", "=", today)
    .where("owner_user_id", "is not", null)
    .execute();
  return tasks.map(({ id, account_id, owner_user_id }) => ({
    userIds: owner_user_id === null ? [] : [owner_user_id],
    kind: "task_due",
    subjectKind: "task",
    subjectId: id,
    accountId: account_id,
    reason: { params: { dueOn: today } },
    dedupeKey: `task_due:${id}:${today}`,
  }));
};

interface Counts {
  user_id: string;
  tasks: number;
  obligations: number;
  overdue: number;
}

const daysAhead = async (tx: Tx, tenantId: TenantId, today: IsoDay): Promise<News[]> => {
  const { rows } = await sql<Counts>`
    select user_id, count(*) filter (where what = 'task' and due_on = ${today}::date) as tasks,
      count(*) filter (where what = 'obligation' and due_on = ${today}::date) as obligations,
      count(*) filter (where due_on < ${today}::date) as overdue
    from (
      select 'task' as what, owner_user_id as user_id, due_on from task
      where tenant_id = ${tenantId}::uuid and status = 'open' and due_on <= ${today}::date
      union all
      select 'obligation', owner_user_id, due_on from obligation
      where tenant_id = ${tenantId}::uuid and status = 'open' and due_on <= ${today}::date) as owed
    where user_id is not null group by user_id`.execute(tx);
  const visits = await countVisits(tx, tenantId, today);
  const owed = new Map(rows.map((row) => [row.user_id, row]));
  return [...new Set([...owed.keys(), ...visits.keys()])].map((userId) => {
    const { tasks = 0, obligations = 0, overdue = 0 } = owed.get(userId) ?? {};
    return {
      userIds: [userId],
      kind: "day_ahead",
      subjectKind: "today",
      subjectId: null,
      accountId: null,
      reason: { params: { tasks, obligations, overdue, visits: visits.get(userId) ?? 0 } },
      dedupeKey: `day_ahead:${today}`,
    };
  });
};
