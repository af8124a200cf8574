import type { CostView, costs } from "@mainstay/contract/cost";
import type { Actor } from "@mainstay/domain/access/actor";
import { isPermitted } from "@mainstay/domain/access/permission";
import type { CostKind } from "@mainstay/domain/cost/cost-kind";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import { mayTakeBack } from "../case-attachment/case-at-desk.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";

interface CostRecord {
  id: string;
  kind: CostKind;
  incurred_on: string;
  amount_minor: number;
  hours: string | null;
  quantity: string | null;
  note: string;
  recorded_by: string | null;
  recorded_by_name: string | null;
  recorded_at: Date;
}

const numberOf = (text: string | null) => (text === null ? null : Number(text));

const listCosts = async (
  db: Db,
  actor: Actor,
  condition: RawBuilder<unknown>,
): Promise<CostView[]> => {
  const { rows } = await sql<CostRecord>`
    select c.id, c.kind, c.incurred_on, c.amount_minor, c.hours, c.quantity, c.note, c.recorded_by,
      u.name as recorded_by_name, c.recorded_at
    from cost_entry c left join app_user u on u.tenant_id = c.tenant_id and u.id = c.recorded_by
    where c.tenant_id = ${actor.tenantId}::uuid and ${condition}
    order by c.incurred_on desc, c.recorded_at desc, c.id limit 500`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    incurredOn: row.incurred_on,
    amountMinor: row.amount_minor,
    hours: numberOf(row.hours),
    quantity: numberOf(row.quantity),
    note: row.note,
    recordedBy: named(row.recorded_by, row.recorded_by_name),
    recordedAt: row.recorded_at.toISOString(),
    can: { remove: isPermitted(actor, "cost.edit") && mayTakeBack(actor, row.recorded_by) },
  }));
};

/** What a case has cost, newest first. */
export const listCostsOfCase = (db: Db, actor: Actor, caseId: string): Promise<CostView[]> =>
  listCosts(db, actor, sql`c.source_kind = 'case' and c.source_id = ${caseId}::uuid`);

/** One cost in sight. */
export const findCost = async (db: Db, actor: Actor, costId: string): Promise<CostView | null> =>
  (await listCosts(db, actor, sql`c.id = ${costId}::uuid`))[0] ?? null;

/** Cost to serve of an account in a calendar year, by kind, largest first (formulas K12). */
export const sumCostToServe = async (
  db: Db,
  tenantId: string,
  accountId: string,
  year: number,
  currency: string,
): Promise<z.output<typeof costs.ofAccount.response>> => {
  const { rows } = await sql<{ kind: CostKind; amount: number; n: number }>`
    select kind, sum(amount_minor)::bigint as amount, count(*)::int as n from cost_entry
    where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid
      and incurred_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
    group by kind order by 2 desc, kind`.execute(db);
  return {
    year,
    currency,
    sumMinor: rows.reduce((sum, { amount }) => sum + amount, 0),
    entries: rows.reduce((sum, { n }) => sum + n, 0),
    byKind: rows.map(({ kind, amount, n }) => ({ kind, amountMinor: amount, entries: n })),
  };
};
