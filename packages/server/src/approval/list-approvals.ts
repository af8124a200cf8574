import type { ApprovalsView, ApprovalView } from "@mainstay/contract/approval";
import type { ApprovalKind } from "@mainstay/domain/approval/approval-kind";
import { decidesFor } from "@mainstay/domain/approval/approval-policy";
import { isPermitted } from "@mainstay/domain/access/permission";
import { type RawBuilder, sql } from "kysely";
import { allOf } from "../account/account-filter-sql.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import {
  approvalColumns,
  type ApprovalRecord,
  factsOf,
  listApprovalRecords,
} from "./approval-record.ts";
import { type Asker, toApprovalViews } from "./approval-view.ts";
import { beyondSight } from "./beyond-sight.ts";
import { loadDecidingDay } from "./deciding-world.ts";

interface Request {
  readonly view: ApprovalsView;
  readonly kind?: ApprovalKind | undefined;
  readonly accountId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** As many as are looked through for one reader; more wait only where nobody decides anything. */
const mostPending = 5_000;

/** What this reader can decide today, in their own name or for somebody away; soonest due first. */
export const listWaiting = async (
  db: Db,
  asker: Asker,
  filter: { kind?: ApprovalKind | undefined; accountId?: string | undefined } = {},
): Promise<ApprovalRecord[]> => {
  if (!isPermitted(asker.actor, "approval.decide")) return [];
  const condition = allOf([sql<boolean>`p.status = 'pending'`, ...filterOf(filter)]);
  const pending = await beyondSight(db, () =>
    listApprovalRecords(db, asker.tenantId, condition, sql`p.due_on, p.id`, mostPending),
  );
  if (pending.length === 0) return [];
  const day = await loadDecidingDay(db, asker.tenantId, asker.today, pending);
  return pending.filter(
    (one) => decidesFor(factsOf(one), asker.actor.userId, day.worldOf(one)) !== null,
  );
};

/** One page of approvals. */
export const listApprovals = async (
  db: Db,
  asker: Asker,
  request: Request,
): Promise<{ items: ApprovalView[]; nextCursor: string | null; total: number }> =>
  request.view === "waiting" ? pageOfWaiting(db, asker, request) : pageOfKept(db, asker, request);

const waitingMark = "approval.due";
const keyOf = ({ due_on, id }: ApprovalRecord) => `${due_on}:${id}`;

const pageOfWaiting = async (db: Db, asker: Asker, request: Request) => {
  const waiting = await listWaiting(db, asker, request);
  const after = readCursor(request.cursor, waitingMark);
  const rest = after ? waiting.filter((one) => keyOf(one) > `${after.key}:${after.id}`) : waiting;
  return {
    ...(await pageOf(db, asker, rest, request.limit, waitingMark, (one) => one.due_on)),
    total: waiting.length,
  };
};

const keptMark = (view: ApprovalsView) => `approval.${view}`;

const pageOfKept = async (db: Db, asker: Asker, request: Request) => {
  const { tenantId, actor, today } = asker;
  const conditions: RawBuilder<boolean>[] = [
    sql<boolean>`p.tenant_id = ${tenantId}::uuid`,
    ...filterOf(request),
  ];
  if (request.view === "asked")
    conditions.push(sql<boolean>`p.requested_by = ${actor.userId}::uuid`);
  if (request.view === "decided") conditions.push(sql<boolean>`p.decided_at is not null`);
  if (request.view === "overdue")
    conditions.push(sql<boolean>`p.status = 'pending' and p.due_on < ${today}::date`);
  const { rows: counted } = await sql<{ n: number }>`
    select count(*) as n from approval p where ${allOf(conditions)}`.execute(db);
  const mark = keptMark(request.view);
  const after = readCursor(request.cursor, mark);
  if (after)
    conditions.push(
      sql<boolean>`(p.requested_at, p.id) < (${after.key}::timestamptz, ${after.id}::uuid)`,
    );
  const { rows } = await sql<ApprovalRecord & { requested_key: string }>`
    select ${approvalColumns}, p.requested_at::text as requested_key from approval p where ${allOf(conditions)}
    order by p.requested_at desc, p.id desc limit ${request.limit + 1}`.execute(db);
  return {
    ...(await pageOf(db, asker, rows, request.limit, mark, (one) => one.requested_key)),
    total: counted[0]?.n ?? 0,
  };
};

const pageOf = async <One extends ApprovalRecord>(
  db: Db,
  asker: Asker,
  records: readonly One[],
  limit: number,
  mark: string,
  key: (record: One) => string,
) => {
  const kept = records.slice(0, limit);
  const last = kept.at(-1);
  const hasMore = records.length > limit && last !== undefined;
  return {
    items: await toApprovalViews(db, asker, kept),
    nextCursor: hasMore ? writeCursor(mark, { key: key(last), id: last.id }) : null,
  };
};

const filterOf = (filter: {
  kind?: ApprovalKind | undefined;
  accountId?: string | undefined;
}): RawBuilder<boolean>[] => [
  ...(filter.kind ? [sql<boolean>`p.kind = ${filter.kind}`] : []),
  ...(filter.accountId ? [sql<boolean>`p.account_id = ${filter.accountId}::uuid`] : []),
];
