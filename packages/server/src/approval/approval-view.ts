import { type ApprovalView, GiftDetail } from "@mainstay/contract/approval";
import type { Actor } from "@mainstay/domain/access/actor";
import {
  approvalAbilities,
  decidesFor,
  presentDeciders,
} from "@mainstay/domain/approval/approval-policy";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { named } from "../platform/http/named.ts";
import { type ApprovalRecord, factsOf, listApprovalRecords } from "./approval-record.ts";
import { beyondSight } from "./beyond-sight.ts";
import { type DecidingDay, loadDecidingDay } from "./deciding-world.ts";

export interface Asker {
  readonly actor: Actor;
  readonly tenantId: string;
  readonly today: IsoDay;
}

type Names = ReadonlyMap<string, string>;

const namesIn = async (
  db: Db,
  table: "account" | "person",
  tenantId: string,
  ids: readonly (string | null)[],
): Promise<Names> => {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from ${sql.table(table)}
    where tenant_id = ${tenantId}::uuid and id = any(${wanted}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
};

const namedIn = (names: (id: string) => string | undefined, id: string | null) =>
  named(id, id && names(id));

/**
 * The approvals as they go over the wire. Whoever can decide one reads its account's name, also when standing in for somebody;
 * a person's name shows only to who sees the person.
 */
export const toApprovalViews = async (
  db: Db,
  { actor, tenantId, today }: Asker,
  records: readonly ApprovalRecord[],
  loaded?: DecidingDay,
): Promise<ApprovalView[]> => {
  if (records.length === 0) return [];
  const day = loaded ?? (await loadDecidingDay(db, tenantId, today, records));
  const accountIds = records.map(({ account_id }) => account_id);
  const accounts = await beyondSight(db, () => namesIn(db, "account", tenantId, accountIds));
  const people = await namesIn(
    db,
    "person",
    tenantId,
    records.map(({ person_id }) => person_id),
  );
  const userName = (id: string) => day.colleagues.get(id)?.name;
  return records.map((record) => {
    const world = day.worldOf(record);
    const facts = factsOf(record);
    const isPending = record.status === "pending";
    const decidingFor = isPending ? decidesFor(facts, actor.userId, world) : null;
    const gift = record.kind === "gift" ? GiftDetail.safeParse(record.detail) : null;
    return {
      id: record.id,
      kind: record.kind,
      subjectKind: record.subject_kind,
      subjectId: record.subject_id,
      account: namedIn((id) => accounts.get(id), record.account_id),
      person: namedIn((id) => people.get(id), record.person_id),
      reason: record.reason as ApprovalView["reason"],
      note: record.note,
      gift: gift?.success ? gift.data : null,
      amountMinor: record.amount_minor,
      requestedBy: { id: record.requested_by, name: userName(record.requested_by) ?? "" },
      requestedAt: record.requested_at.toISOString(),
      approver: namedIn(userName, record.approver_user_id),
      approverRole: record.approver_role,
      waitsFor: isPending
        ? presentDeciders(facts, world).flatMap((id) => namedIn(userName, id) ?? [])
        : [],
      dueOn: record.due_on,
      isOverdue: isPending && record.due_on < today,
      status: record.status,
      decidedBy: namedIn(userName, record.decided_by),
      decidedFor: namedIn(userName, record.decided_for),
      isByRule: record.is_by_rule,
      decidedAt: record.decided_at?.toISOString() ?? null,
      decisionNote: record.decision_note,
      validUntil: record.valid_until?.toISOString() ?? null,
      usedAt: record.used_at?.toISOString() ?? null,
      reminders: record.reminders,
      remindedAt: record.reminded_at?.toISOString() ?? null,
      decidingFor: decidingFor === actor.userId ? null : namedIn(userName, decidingFor),
      version: record.version,
      can: approvalAbilities(actor, { ...facts, status: record.status }, decidingFor),
    };
  });
};

/**
 * One approval; `approval.not_found` unless the reader asked for it, decides it (also for somebody away), decided it or sees
 * its account.
 */
export const getApprovalView = async (
  db: Db,
  asker: Asker,
  approvalId: string,
): Promise<ApprovalView> => {
  const condition = sql`p.id = ${approvalId}::uuid`;
  const find = () => listApprovalRecords(db, asker.tenantId, condition, sql`p.id`, 1);
  const [inSight] = await find();
  const [record] = inSight ? [inSight] : await beyondSight(db, find);
  if (!record) throw new AppError("approval.not_found");
  const [view] = await toApprovalViews(db, asker, [record]);
  const { userId } = asker.actor;
  const concerns =
    record.decided_by === userId || record.decided_for === userId || view?.can.decide === true;
  if (!view || (!inSight && !concerns)) throw new AppError("approval.not_found");
  return view;
};
