import type { CaseKind, CaseLevel, CaseStatus } from "@mainstay/domain/case/case-kind";
import type { CallBackFacts } from "@mainstay/domain/case-closing/call-back-rule";
import { type RawBuilder, sql } from "kysely";
import { teamOf } from "../account/account-view.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { workedByOfCase } from "./worked-by.ts";

/** What closing a case asks of it. */
export interface ClosingRecord {
  readonly id: string;
  readonly number: number;
  readonly kind: CaseKind;
  readonly level: CaseLevel;
  readonly account_id: string;
  readonly person_id: string | null;
  readonly status: CaseStatus;
  readonly first_responder_id: string;
  readonly handler_user_id: string | null;
  readonly complained_user_ids: string[];
  readonly solved_at: Date | null;
  readonly closed_at: Date | null;
  readonly closed_by: "customer" | "call_back" | null;
  readonly first_score: number | null;
  readonly score: number | null;
  readonly reopened: number;
  /** Who ever handled it or wrote a solution. */
  readonly worked_by: string[];
  readonly manager_user_id: string | null;
  readonly backup_user_id: string | null;
  readonly sponsor_user_id: string | null;
  readonly expert_user_ids: string[];
}

const read = async (
  db: Db,
  tenantId: string,
  caseId: string,
  lock: RawBuilder<unknown>,
): Promise<ClosingRecord | null> => {
  const { rows } = await sql<ClosingRecord>`
    select c.id, c.number::int as number, c.kind, c.level, c.account_id, c.person_id, c.status, c.first_responder_id, c.handler_user_id,
      c.complained_user_ids, c.solved_at, c.closed_at, c.closed_by, c.first_score, c.score, c.reopened,
      a.manager_user_id, a.backup_user_id, a.sponsor_user_id, a.expert_user_ids,
      ${workedByOfCase} as worked_by
    from service_case c join account a on a.tenant_id = c.tenant_id and a.id = c.account_id
    where c.tenant_id = ${tenantId}::uuid and c.id = ${caseId}::uuid ${lock}`.execute(db);
  return rows[0] ?? null;
};

/** The case in the reader's sight; null when it is not there for them. */
export const findForClosing = (db: Db, tenantId: string, caseId: string) =>
  read(db, tenantId, caseId, sql``);

/** The same, locked until the transaction ends: of two who close at once the second sees what the first did. */
export const lockForClosing = (tx: Tx, tenantId: string, caseId: string) =>
  read(tx, tenantId, caseId, sql`for update of c`);

export const callBackFactsOf = (record: ClosingRecord): CallBackFacts => ({
  status: record.status,
  firstResponderId: record.first_responder_id,
  handlerUserId: record.handler_user_id,
  workedBy: record.worked_by,
  complainedUserIds: record.complained_user_ids,
  team: teamOf(record),
});
