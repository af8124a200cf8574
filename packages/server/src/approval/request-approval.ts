import type { ApprovalKind } from "@mainstay/domain/approval/approval-kind";
import { presentDeciders } from "@mainstay/domain/approval/approval-policy";
import type { ApprovalReason } from "@mainstay/domain/approval/approval-reason";
import { type ApproverRole, mayDecideApprovals } from "@mainstay/domain/approval/approver-role";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { addWorkingDays } from "@mainstay/domain/calendar/working-days";
import { monthsAfter } from "@mainstay/domain/calendar/months-after";
import { notify } from "../notification/notify.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { loadDifferentDays } from "../workday/different-days.ts";
import { loadDecidingDay } from "./deciding-world.ts";

/** What is asked of a second person. */
export interface ApprovalRequest {
  readonly kind: ApprovalKind;
  /** What it is about; of one subject and kind only one may wait at a time. */
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly accountId: string | null;
  readonly personId?: string | null;
  /** Judgement as data; no fact about a person. */
  readonly reason: ApprovalReason;
  /** Why, in the asker's words. */
  readonly note: string;
  /** What the kind's effect needs. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** In the workspace's currency. */
  readonly amountMinor?: number | null;
  /** Named, or anybody of the role. */
  readonly approverUserId?: string | null;
  readonly approverRole: ApproverRole;
  /** Two workdays from today unless told. */
  readonly dueOn?: IsoDay;
  /** For how many hours an approval may be used; for ever unless told. */
  readonly validHours?: number;
}

const workdaysToDecide = 2;

/**
 * Asks a second person, inside the caller's transaction, and tells whoever can decide. Gives the approval's id.
 * `approval.already_asked`: the same waits already. `approval.approver_not_found`: the named one left, may not decide, or asks.
 */
export const requestApproval = async (
  tx: Tx,
  context: Context,
  request: ApprovalRequest,
): Promise<string> => {
  const { tenantId, actor, today } = context;
  const { kind, accountId, approverRole } = request;
  const approverUserId = request.approverUserId ?? null;
  const dueOn = request.dueOn ?? (await plannedDay(tx, tenantId, today));
  const day = await loadDecidingDay(tx, tenantId, today, [{ account_id: accountId }]);
  if (approverUserId !== null) {
    const named = day.colleagues.get(approverUserId);
    if (!named?.isActive || !mayDecideApprovals(named.role) || approverUserId === actor.userId)
      throw new AppError("approval.approver_not_found");
  }
  const id = await keepRequest(tx, context, request, { due_on: dueOn });
  const facts = { requestedBy: actor.userId, approverUserId, approverRole };
  await notify(tx, tenantId, {
    userIds: presentDeciders(facts, day.worldOf({ account_id: accountId })),
    kind: "approval_asked",
    subjectKind: "approval",
    subjectId: id,
    accountId,
    reason: { code: "notification.approval_asked", params: { approvalKind: kind, dueOn } },
    dedupeKey: `approval_asked:${id}`,
  });
  return id;
};

/** Keeps what a rule allows without anybody's decision, so that it is counted and can be looked up. Gives its id. */
export const allowByRule = (tx: Tx, context: Context, request: ApprovalRequest): Promise<string> =>
  keepRequest(tx, context, request, {
    due_on: context.today,
    status: "approved",
    is_by_rule: true,
    decided_at: context.now,
  });

const keepRequest = async (
  tx: Tx,
  context: Context,
  request: ApprovalRequest,
  state: { due_on: IsoDay; status?: "approved"; is_by_rule?: true; decided_at?: Date },
): Promise<string> => {
  const { tenantId, actor } = context;
  const { kind, subjectKind, subjectId, accountId, approverRole } = request;
  const id = newId();
  await tx
    .insertInto("approval")
    .values({
      tenant_id: tenantId,
      id,
      kind,
      subject_kind: subjectKind,
      subject_id: subjectId,
      account_id: accountId,
      person_id: request.personId ?? null,
      reason: JSON.stringify(request.reason),
      note: request.note,
      detail: JSON.stringify(request.detail ?? {}),
      amount_minor: request.amountMinor ?? null,
      requested_by: actor.userId,
      requested_at: context.now,
      approver_user_id: request.approverUserId ?? null,
      approver_role: approverRole,
      valid_hours: request.validHours ?? null,
      ...state,
    })
    .execute();
  const what = { kind, subjectKind, subjectId, accountId, approverRole };
  await recordAudit(tx, context, "approval.requested", { kind: "approval", id }, what);
  return id;
};

const plannedDay = async (tx: Tx, tenantId: string, today: IsoDay): Promise<IsoDay> => {
  const different = await loadDifferentDays(tx, tenantId, today, monthsAfter(today, 2));
  return addWorkingDays(today, workdaysToDecide, different);
};
