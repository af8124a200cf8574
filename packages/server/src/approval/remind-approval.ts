import type { ApprovalView } from "@mainstay/contract/approval";
import { presentDeciders } from "@mainstay/domain/approval/approval-policy";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { notify } from "../notification/notify.ts";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { calendarDayIn } from "../platform/clock/clock.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import {
  type ApprovalRecord,
  factsOf,
  listApprovalRecords,
  lockApproval,
} from "./approval-record.ts";
import { getApprovalView } from "./approval-view.ts";
import { beyondSight } from "./beyond-sight.ts";
import { type DecidingDay, loadDecidingDay } from "./deciding-world.ts";

interface Day {
  readonly tenantId: TenantId;
  readonly today: IsoDay;
  readonly now: Date;
}

/** Tells whoever can decide it that it still waits. The row is locked and every account in sight. */
const tell = async (
  tx: Tx,
  { tenantId, today, now }: Day,
  approval: ApprovalRecord,
  day: DecidingDay,
): Promise<void> => {
  await tx
    .updateTable("approval")
    .set({
      reminders: approval.reminders + 1,
      reminded_at: now,
      version: approval.version + 1,
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", approval.id)
    .execute();
  await notify(tx, tenantId, {
    userIds: presentDeciders(factsOf(approval), day.worldOf(approval)),
    kind: "approval_reminder",
    subjectKind: "approval",
    subjectId: approval.id,
    accountId: approval.account_id,
    reason: {
      code: "notification.approval_reminder",
      params: { approvalKind: approval.kind, dueOn: approval.due_on },
    },
    dedupeKey: `approval_reminder:${approval.id}:${today}`,
  });
};

/** Reminds by hand: who asked, or who oversees the portfolio; once a day at most (`approval.already_reminded`). */
export const remindApproval = (context: Context, approvalId: string): Promise<ApprovalView> =>
  context.write(async (tx) => {
    const approval = await lockApproval(tx, context.tenantId, approvalId);
    const view = await getApprovalView(tx, context, approvalId);
    if (approval.status !== "pending") throw new AppError("approval.decided");
    if (!view.can.remind) throw new AppError("approval.not_yours");
    demandVersion(context, approval.version);
    const { reminded_at } = approval;
    if (reminded_at && calendarDayIn(context.workspace.timeZone, reminded_at) === context.today)
      throw new AppError("approval.already_reminded");
    const day = await loadDecidingDay(tx, context.tenantId, context.today, [approval]);
    await beyondSight(tx, () => tell(tx, context, approval, day));
    const subject = { kind: "approval", id: approvalId };
    await recordAudit(tx, context, "approval.reminded", subject, { kind: approval.kind });
    return getApprovalView(tx, context, approvalId);
  });

const blockLength = 500;

/** Every night: reminds of what is due today or overdue and was not reminded of today. Gives how many. */
export const remindOfDue = async (tx: Tx, day: Day, timeZone: string): Promise<number> => {
  const { tenantId, today } = day;
  const due = await listApprovalRecords(
    tx,
    tenantId,
    sql`p.status = 'pending' and p.due_on <= ${today}::date
      and (p.reminded_at is null or (p.reminded_at at time zone ${timeZone})::date < ${today}::date)`,
    sql`p.id`,
    blockLength,
  );
  const deciding = await loadDecidingDay(tx, tenantId, today, due);
  for (const { id } of due) {
    const approval = await lockApproval(tx, tenantId, id);
    const last = approval.reminded_at && calendarDayIn(timeZone, approval.reminded_at);
    if (approval.status === "pending" && last !== today) await tell(tx, day, approval, deciding);
  }
  return due.length;
};

/** Every night: an approval whose time ran out unused is over. */
export const lapseUnused = async (tx: Tx, { tenantId, now }: Day): Promise<void> => {
  await sql`
    update approval set status = 'lapsed', version = version + 1
    where tenant_id = ${tenantId}::uuid and status = 'approved' and used_at is null and valid_until <= ${now}`.execute(
    tx,
  );
};
