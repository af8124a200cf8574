import type { CaseClockName, ClockMode } from "@mainstay/domain/case/case-clock";
import type { CasePromise, ClockLine } from "@mainstay/domain/case/case-clocks";
import type { CaseKind, CaseLevel, CaseStatus } from "@mainstay/domain/case/case-kind";
import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

export type ClockLines = Readonly<
  Partial<Record<CaseClockName, { readonly line: ClockLine; readonly mode: ClockMode } | null>>
>;

/** A case as verbs and jobs work on it. */
export interface CaseRecord {
  readonly id: string;
  readonly number: number;
  readonly account_id: string;
  readonly kind: CaseKind;
  readonly level: CaseLevel;
  readonly title: string;
  readonly person_id: string | null;
  readonly first_responder_id: string;
  readonly handler_user_id: string | null;
  readonly complained_user_ids: string[];
  readonly status: CaseStatus;
  readonly clock_setting_version: number;
  readonly owed: CasePromise;
  readonly clock_lines: ClockLines;
  readonly opened_at: Date;
  readonly clock_from_at: Date;
  readonly reply_due_at: Date;
  readonly feedback_due_at: Date | null;
  readonly solve_due_at: Date;
  readonly replied_at: Date | null;
  readonly feedback_at: Date | null;
  readonly solved_at: Date | null;
  readonly closed_at: Date | null;
  readonly solution: string | null;
  readonly reopened: number;
  readonly first_score: number | null;
  readonly score: number | null;
  readonly escalation_level: number;
  readonly escalated_at: Date | null;
  readonly overran_clocks: CaseClockName[];
  readonly next_escalation_at: Date | null;
  readonly version: number;
}

const columns = sql`id, number, account_id, kind, level, title, person_id, first_responder_id, handler_user_id,
  complained_user_ids, status, clock_setting_version, owed, clock_lines, opened_at, clock_from_at, reply_due_at,
  feedback_due_at, solve_due_at, replied_at, feedback_at, solved_at, closed_at, solution, reopened, first_score, score,
  escalation_level, escalated_at, overran_clocks, next_escalation_at, version`;

/** The case in sight, locked until the transaction ends; `case.not_found` otherwise. */
export const lockCase = async (tx: Tx, tenantId: string, caseId: string): Promise<CaseRecord> => {
  const { rows } = await sql<CaseRecord>`
    select ${columns} from service_case where tenant_id = ${tenantId}::uuid and id = ${caseId}::uuid for update`.execute(
    tx,
  );
  if (!rows[0]) throw new AppError("case.not_found");
  return rows[0];
};

/** The same without a lock. */
export const getCaseRecord = async (
  db: Db,
  tenantId: string,
  caseId: string,
): Promise<CaseRecord> => {
  const { rows } = await sql<CaseRecord>`
    select ${columns} from service_case where tenant_id = ${tenantId}::uuid and id = ${caseId}::uuid`.execute(
    db,
  );
  if (!rows[0]) throw new AppError("case.not_found");
  return rows[0];
};

/** The one that has been due longest, locked, without those that are passed over; what another worker holds is left to it. */
export const lockDueCase = async (
  tx: Tx,
  tenantId: string,
  now: Date,
  passedOver: readonly string[],
): Promise<CaseRecord | null> => {
  const { rows } = await sql<CaseRecord>`
    select ${columns} from service_case where tenant_id = ${tenantId}::uuid and status in ('open', 'paused')
      and next_escalation_at <= ${now} and id <> all(${[...passedOver]}::uuid[])
    order by next_escalation_at, id limit 1 for update skip locked`.execute(tx);
  return rows[0] ?? null;
};
