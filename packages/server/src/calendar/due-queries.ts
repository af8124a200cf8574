import type { CalendarRange } from "@mainstay/contract/calendar";
import type { HandoverSide } from "@mainstay/domain/handover/handover-kind";
import type { ObligationKind } from "@mainstay/domain/obligation/obligation-kind";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import type { PlansOf } from "../calendar-entry/calendar-entry-queries.ts";

/** Which days of whom. */
export interface DueScope {
  readonly tenantId: string;
  readonly whose: PlansOf;
  readonly from: IsoDay;
  /** The first day that is not in it. */
  readonly to: IsoDay;
  readonly today: IsoDay;
}

interface Owned {
  id: string;
  due_on: IsoDay;
  account_id: string | null;
  account_name: string | null;
  owner_id: string | null;
  owner_name: string | null;
}

const most = 1_000;

const ofWhom = (
  { whose }: DueScope,
  alias: string,
  owner = "owner_user_id",
): RawBuilder<unknown> =>
  "userId" in whose
    ? sql`${sql.ref(`${alias}.${owner}`)} = ${whose.userId}::uuid`
    : sql`${sql.ref(`${alias}.account_id`)} = ${whose.accountId}::uuid`;

const party = (id: string | null, name: string | null) =>
  id !== null && name !== null ? { id, name } : null;

const withParties = (alias: string) => sql`
  left join account a on a.tenant_id = ${sql.ref(`${alias}.tenant_id`)} and a.id = ${sql.ref(`${alias}.account_id`)}
  left join app_user u on u.tenant_id = ${sql.ref(`${alias}.tenant_id`)} and u.id = ${sql.ref(`${alias}.owner_user_id`)}`;

/** Open obligations that fall due in the range. */
export const listDueObligations = async (
  db: Db,
  scope: DueScope,
): Promise<CalendarRange["obligations"]> => {
  const { rows } = await sql<Owned & { kind: ObligationKind }>`
    select o.id, o.kind, o.due_on, a.id as account_id, a.name as account_name, u.id as owner_id, u.name as owner_name
    from obligation o ${withParties("o")}
    where o.tenant_id = ${scope.tenantId}::uuid and o.status = 'open' and o.due_on >= ${scope.from}::date
      and o.due_on < ${scope.to}::date and ${ofWhom(scope, "o")}
    order by o.due_on, o.id limit ${most}`.execute(db);
  return rows.flatMap((row) => {
    const account = party(row.account_id, row.account_name);
    return account === null
      ? []
      : [
          {
            id: row.id,
            kind: row.kind,
            account,
            owner: party(row.owner_id, row.owner_name),
            dueOn: row.due_on,
            isOverdue: row.due_on < scope.today,
          },
        ];
  });
};

/** Open tasks with a due day in the range; what a playbook words, in the reader's language. */
export const listDueTasks = async (
  db: Db,
  scope: DueScope,
  locale: "zh-CN" | "en",
): Promise<CalendarRange["tasks"]> => {
  const { rows } = await sql<Owned & { title: string }>`
    select k.id, coalesce(k.words->'title'->>${locale === "en" ? "en" : "zh"}, k.title) as title, k.due_on,
      a.id as account_id, a.name as account_name, u.id as owner_id, u.name as owner_name
    from task k ${withParties("k")}
    where k.tenant_id = ${scope.tenantId}::uuid and k.status = 'open' and k.due_on >= ${scope.from}::date
      and k.due_on < ${scope.to}::date and ${ofWhom(scope, "k")}
    order by k.due_on, k.id limit ${most}`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    account: party(row.account_id, row.account_name),
    owner: party(row.owner_id, row.owner_name),
    dueOn: row.due_on,
    isOverdue: row.due_on < scope.today,
  }));
};

/** Running handovers whose 24 hours end in the range, by the calendar of the workspace's zone. */
export const listHandoverClocks = async (
  db: Db,
  scope: DueScope,
  timeZone: string,
  now: Date,
): Promise<CalendarRange["handovers"]> => {
  const dueOn = sql`(h.due_at at time zone ${timeZone})::date`;
  const { rows } = await sql<Owned & { side: HandoverSide; due_at: Date }>`
    select h.id, h.side, h.due_at, ${dueOn} as due_on, a.id as account_id, a.name as account_name, u.id as owner_id, u.name as owner_name
    from handover h ${withParties("h")}
    where h.tenant_id = ${scope.tenantId}::uuid and h.status = 'open' and ${dueOn} >= ${scope.from}::date
      and ${dueOn} < ${scope.to}::date and (${ofWhom(scope, "h")} or ${ofWhom(scope, "h", "to_user_id")})
    order by h.due_at, h.id limit ${most}`.execute(db);
  return rows.flatMap((row) => {
    const account = party(row.account_id, row.account_name);
    return account === null
      ? []
      : [
          {
            id: row.id,
            side: row.side,
            account,
            owner: party(row.owner_id, row.owner_name),
            dueAt: row.due_at.toISOString(),
            dueOn: row.due_on,
            isOverdue: row.due_at < now,
          },
        ];
  });
};
