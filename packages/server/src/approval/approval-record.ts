import type { ApprovalFacts } from "@mainstay/domain/approval/approval-policy";
import type { ApprovalKind, ApprovalStatus } from "@mainstay/domain/approval/approval-kind";
import type { ApprovalReason } from "@mainstay/domain/approval/approval-reason";
import type { ApproverRole } from "@mainstay/domain/approval/approver-role";
import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { beyondSight } from "./beyond-sight.ts";

/** An approval as it is kept. */
export interface ApprovalRecord {
  id: string;
  kind: ApprovalKind;
  subject_kind: string;
  subject_id: string | null;
  account_id: string | null;
  person_id: string | null;
  reason: ApprovalReason;
  note: string;
  detail: Record<string, unknown>;
  amount_minor: number | null;
  requested_by: string;
  requested_at: Date;
  approver_user_id: string | null;
  approver_role: ApproverRole;
  due_on: string;
  status: ApprovalStatus;
  decided_by: string | null;
  decided_at: Date | null;
  decided_for: string | null;
  is_by_rule: boolean;
  decision_note: string | null;
  valid_hours: number | null;
  valid_until: Date | null;
  used_at: Date | null;
  reminders: number;
  reminded_at: Date | null;
  version: number;
}

export const factsOf = (record: ApprovalRecord): ApprovalFacts => ({
  requestedBy: record.requested_by,
  approverUserId: record.approver_user_id,
  approverRole: record.approver_role,
});

export const approvalColumns = sql`p.id, p.kind, p.subject_kind, p.subject_id, p.account_id, p.person_id, p.reason, p.note,
  p.detail, p.amount_minor, p.requested_by, p.requested_at, p.approver_user_id, p.approver_role, p.due_on, p.status,
  p.decided_by, p.decided_at, p.decided_for, p.is_by_rule, p.decision_note, p.valid_hours, p.valid_until, p.used_at,
  p.reminders, p.reminded_at, p.version`;

/** Approvals of the workspace that meet a condition on `approval p`, in the order given; only those in the actor's sight. */
export const listApprovalRecords = async (
  db: Db,
  tenantId: string,
  condition: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  limit: number,
): Promise<ApprovalRecord[]> => {
  const { rows } = await sql<ApprovalRecord>`
    select ${approvalColumns} from approval p where p.tenant_id = ${tenantId}::uuid and ${condition}
    order by ${order} limit ${limit}`.execute(db);
  return rows;
};

/** Takes the approval's row for this transaction, whoever asks; `approval.not_found` when there is none. */
export const lockApproval = (
  tx: Tx,
  tenantId: string,
  approvalId: string,
): Promise<ApprovalRecord> =>
  beyondSight(tx, async () => {
    const { rows } = await sql<ApprovalRecord>`
      select ${approvalColumns} from approval p
      where p.tenant_id = ${tenantId}::uuid and p.id = ${approvalId}::uuid for update`.execute(tx);
    if (!rows[0]) throw new AppError("approval.not_found");
    return rows[0];
  });
