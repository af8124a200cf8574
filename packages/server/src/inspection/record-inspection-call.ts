import type { inspections } from "@mainstay/contract/inspection";
import type { BodyOf } from "@mainstay/contract/endpoint/endpoint";
import { failedCallsShown } from "@mainstay/domain/case-closing/call-back-rule";
import { verdictOf } from "@mainstay/domain/case-closing/closing-rule";
import { isIndependent, mayInspect } from "@mainstay/domain/inspection/inspection-policy";
import { inspectionCaseTitle } from "@mainstay/phrases/inspection/case-title";
import type { Locale } from "@mainstay/phrases/locale";
import { sql } from "kysely";
import { openCase } from "../case/open-case.ts";
import { openLoop } from "../feedback-loop/open-loop.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { refuseField } from "../platform/http/field-problems.ts";

interface Item {
  id: string;
  inspection_id: string;
  number: number;
  subject_kind: "case" | "interaction";
  subject_id: string;
  account_id: string;
  department_id: string | null;
  involved_user_ids: string[];
  status: string;
  drawn_at: Date;
  person_id: string | null;
  complained_user_ids: string[];
}

/**
 * 抽查回访 Records a call about a drawn item by an inspector who had no hand in it. Reached: the answer stands and the item is done; a
 * score of 1 or 2 opens a case and a loop of its own. Reached nobody three times: the item counts as not to be reached.
 */
export const recordInspectionCall = (
  context: Context,
  { inspectionId, itemId }: { inspectionId: string; itemId: string },
  given: BodyOf<typeof inspections.callBack>,
): Promise<void> =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    const item = await lockItem(tx, tenantId, inspectionId, itemId);
    if (!mayInspect(actor)) throw new AppError("inspection.needs_whole_view");
    if (!isIndependent(actor.userId, item.involved_user_ids))
      throw new AppError("call_back.not_independent");
    if (item.status !== "waiting") throw new AppError("inspection.item_done");
    const calledAt = given.calledAt ? new Date(given.calledAt) : now;
    if (calledAt > now || calledAt < item.drawn_at) throw new AppError("call_back.time_unfit");
    const isReached = given.outcome === "reached";
    const score = isReached ? (given.score ?? null) : null;
    if (isReached && score === null) throw refuseField("score", "required");
    const callBackId = newId();
    await tx
      .insertInto("call_back")
      .values({
        tenant_id: tenantId,
        id: callBackId,
        inspection_item_id: itemId,
        account_id: item.account_id,
        person_id: item.person_id,
        called_by: actor.userId,
        called_at: calledAt,
        outcome: given.outcome,
        score,
        record_true: isReached ? (given.recordTrue ?? null) : null,
        words: given.words ?? "",
      })
      .execute();
    await settleItem(tx, tenantId, itemId, isReached);
    const isDissatisfied = isReached && verdictOf({ isResolved: true, score }) === "dissatisfied";
    const subject = { kind: "inspection", id: inspectionId };
    const detail = { accountId: item.account_id, itemId, outcome: given.outcome, score };
    await recordAudit(tx, context, "inspection.called", subject, detail);
    if (isDissatisfied) await openWork(tx, context, item, callBackId, score, given.words ?? "");
  });

const lockItem = async (
  tx: Tx,
  tenantId: string,
  inspectionId: string,
  itemId: string,
): Promise<Item> => {
  const { rows } = await sql<Item>`
    select i.id, i.inspection_id, s.number, i.subject_kind, i.subject_id, i.account_id, i.department_id, i.involved_user_ids,
      i.status, s.drawn_at, p.id as person_id, coalesce(c.complained_user_ids, '{}') as complained_user_ids
    from inspection_item i
    join inspection s on s.tenant_id = i.tenant_id and s.id = i.inspection_id
    left join service_case c on i.subject_kind = 'case' and c.tenant_id = i.tenant_id and c.id = i.subject_id
    left join interaction v on i.subject_kind = 'interaction' and v.tenant_id = i.tenant_id and v.id = i.subject_id
      and v.occurred_on between s.from_on and s.to_on
    left join person p on p.tenant_id = i.tenant_id and p.id = coalesce(c.person_id, v.person_ids[1])
    where i.tenant_id = ${tenantId}::uuid and i.inspection_id = ${inspectionId}::uuid and i.id = ${itemId}::uuid
    for update of i`.execute(tx);
  if (!rows[0]) throw new AppError("inspection.item_not_found");
  return rows[0];
};

const settleItem = async (tx: Tx, tenantId: string, itemId: string, isReached: boolean) => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from call_back where tenant_id = ${tenantId}::uuid and inspection_item_id = ${itemId}::uuid
      and outcome = 'not_reached'`.execute(tx);
  const isLost = (rows[0]?.n ?? 0) >= failedCallsShown;
  if (!isReached && !isLost) return;
  await tx
    .updateTable("inspection_item")
    .set({ status: isReached ? "done" : "unreachable" })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", itemId)
    .execute();
};

/** A complaint of the customer, and the loop until they are asked again; those who did the work do not own it. */
const openWork = async (
  tx: Tx,
  context: Context,
  item: Item,
  callBackId: string,
  score: number | null,
  words: string,
): Promise<void> => {
  const locale = context.workspace.locale as Locale;
  const { caseId } = await openCase(tx, context, {
    accountId: item.account_id,
    kind: "complaint",
    level: "general",
    title: inspectionCaseTitle(locale, { number: item.number, score: score ?? 1 }),
    description: words,
    channel: "inspection",
    personId: item.person_id,
    departmentId: item.department_id,
    complainedUserIds: item.complained_user_ids,
    sourceKind: "call_back",
    sourceId: callBackId,
  });
  await openLoop(tx, context, {
    accountId: item.account_id,
    personId: item.person_id,
    callBackId,
    caseId,
    departmentId: item.department_id,
    complainedUserIds: item.complained_user_ids,
    isUrgent: false,
    scale: "csat",
    score,
  });
};
