import type { TodayItem } from "@mainstay/contract/today";
import type { SignalKind, SignalSeverity } from "@mainstay/domain/signal/signal-kind";
import { sql } from "kysely";
import { toApprovalViews } from "../approval/approval-view.ts";
import { listCasesByIds } from "../case/list-cases.ts";
import { listHandoversByIds } from "../handover/handover-queries.ts";
import { listInspectionsToCall } from "../inspection/inspections-to-call.ts";
import { listObligationsByIds } from "../obligation/obligation-queries.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { isWorkingSignal, listSignalsByIds } from "../signal/signal-queries.ts";
import { findPromises, toPromiseRow } from "../promise/promise-view.ts";
import { listTasksByIds } from "../task/task-queries.ts";
import { listOffers } from "./today-case-candidates.ts";
import type { RankedSource } from "./today-items.ts";

interface OtherSignal {
  id: string;
  account_id: string;
  kind: SignalKind;
  severity: SignalSeverity;
}

/** Every working signal of some accounts. */
const listSignalsOf = async (db: Db, context: Context, accountIds: readonly string[]) => {
  if (accountIds.length === 0) return [];
  const { rows } = await sql<OtherSignal>`
    select g.id, g.account_id, g.kind, g.severity from signal g
    where g.tenant_id = ${context.tenantId}::uuid and g.account_id = any(${[...accountIds]}::uuid[])
      and ${isWorkingSignal(context.today)}
    order by g.money_at_stake_minor desc, g.id`.execute(db);
  return rows;
};

const byId = <View extends { id: string }>(views: readonly View[]) =>
  new Map(views.map((view) => [view.id, view]));

/** The ranked sources whole, as they go over the wire: one statement a kind. What has gone meanwhile is left out. */
export const readItems = async (
  db: Db,
  context: Context,
  page: readonly RankedSource[],
): Promise<TodayItem[]> => {
  const { tenantId, actor, today, now, locale } = context;
  const idsOf = (kind: Exclude<TodayItem["kind"], "approval" | "day">) =>
    page.flatMap(({ source }) =>
      source.from === "candidate" && source.candidate.kind === kind ? [source.candidate.id] : [],
    );
  const signals = byId(await listSignalsByIds(db, actor, idsOf("signal")));
  const others = await listSignalsOf(
    db,
    context,
    [...signals.values()].map(({ account }) => account.id),
  );
  const handovers = byId(await listHandoversByIds(db, { tenantId, actor, now }, idsOf("handover")));
  const cases = byId(await listCasesByIds(db, { tenantId, actor, now }, idsOf("case")));
  const offers = await listOffers(db, tenantId, [...cases.keys()]);
  const promiseIds = idsOf("promise");
  const promised =
    promiseIds.length === 0
      ? []
      : await findPromises(
          db,
          tenantId,
          sql`m.id = any(${promiseIds}::uuid[])`,
          sql`m.due_on, m.id`,
          promiseIds.length,
        );
  const promises = byId(promised.map((record) => toPromiseRow(record, today)));
  const inspections = byId(await listInspectionsToCall(db, tenantId, idsOf("inspection")));
  const obligations = byId(await listObligationsByIds(db, { actor, today }, idsOf("obligation")));
  const tasks = byId(await listTasksByIds(db, { actor, locale }, idsOf("task")));
  const records = page.flatMap(({ source }) => (source.from === "approval" ? [source.record] : []));
  const approvals = byId(await toApprovalViews(db, { actor, tenantId, today }, records));

  return page.flatMap(({ source, ...rank }): TodayItem[] => {
    if (source.from === "day") return [{ kind: "day", ...rank, day: source.day }];
    if (source.from === "approval") {
      const approval = approvals.get(source.record.id);
      return approval ? [{ kind: "approval", ...rank, approval }] : [];
    }
    const { kind, id, because } = source.candidate;
    const signal = signals.get(id);
    if (signal)
      return [
        {
          kind: "signal",
          ...rank,
          signal,
          others: others
            .filter((other) => other.account_id === signal.account.id && other.id !== id)
            .map((other) => ({ id: other.id, kind: other.kind, severity: other.severity })),
        },
      ];
    const found = cases.get(id);
    if (kind === "case" && found) {
      const offeredBy = because === "offered" ? (offers.get(id) ?? null) : null;
      return [{ kind, ...rank, case: found, because, offeredBy }];
    }
    const promise = promises.get(id);
    if (kind === "promise" && promise) return [{ kind, ...rank, promise }];
    const inspection = inspections.get(id);
    if (kind === "inspection" && inspection) return [{ kind, ...rank, inspection }];
    const handover = handovers.get(id);
    if (kind === "handover" && handover) return [{ kind, ...rank, handover }];
    const obligation = obligations.get(id);
    if (kind === "obligation" && obligation) return [{ kind, ...rank, obligation }];
    const task = tasks.get(id);
    return kind === "task" && task ? [{ kind, ...rank, task }] : [];
  });
};
