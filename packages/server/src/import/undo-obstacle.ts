import { type RawBuilder, sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/** What stands in the way of taking a batch back, named by a word that phrases know. */
export const undoObstacles = [
  "later_import",
  "edited_account",
  "later_order",
  "later_invoice",
  "later_payment",
  "later_delivery",
  "person",
  "interaction",
  "task",
  "profile",
  "child_account",
  "product_in_use",
  "people_in_use",
] as const;
export type UndoObstacle = (typeof undoObstacles)[number];

/** What hangs on a person and was not in the file. */
const attached = [
  "consent",
  "fact",
  "stance_assessment",
  "influence_assessment",
  "style_assessment",
  "pair_level",
  "subject_request",
] as const;

/**
 * The first thing that later came to depend on what a batch brought, or null when it may be taken back: a later batch
 * that changed the same records, an account edited since, facts or notes on an account the batch opened.
 */
export const findUndoObstacle = async (
  db: Db,
  tenantId: string,
  batchId: string,
): Promise<UndoObstacle | null> => {
  const tenant = sql`${tenantId}::uuid`;
  const batch = sql`${batchId}::uuid`;
  const created = sql`(select a.id from account a where a.tenant_id = ${tenant} and a.batch_id = ${batch} and not exists (
    select 1 from import_before b where b.tenant_id = ${tenant} and b.batch_id = ${batch} and b.table_name = 'account' and b.row_key = a.id))`;
  const later = (table: string) =>
    sql`select 1 from ${sql.table(table)} t where t.tenant_id = ${tenant} and t.batch_id is distinct from ${batch} and t.account_id in ${created}`;
  const noted = (table: string) =>
    sql`select 1 from ${sql.table(table)} t where t.tenant_id = ${tenant} and t.account_id in ${created}`;
  // Whom the batch brought in: taking it back would take along what law or work has since hung on them.
  const newcomers = sql`(select p.id from person p where p.tenant_id = ${tenant} and p.batch_id = ${batch} and not exists (
    select 1 from import_before b where b.tenant_id = ${tenant} and b.batch_id = ${batch} and b.table_name = 'person' and b.row_key = p.id))`;
  const ofNewcomer = (table: string) =>
    sql`select 1 from ${sql.table(table)} t where t.tenant_id = ${tenant} and t.person_id in ${newcomers}`;
  const questions: Record<UndoObstacle, RawBuilder<unknown>> = {
    later_import: sql`select 1 from import_before where tenant_id = ${tenant} and before_batch_id = ${batch}`,
    edited_account: sql`select 1 from account a left join import_before b on b.tenant_id = a.tenant_id and b.batch_id = ${batch}
        and b.table_name = 'account' and b.row_key = a.id
      where a.tenant_id = ${tenant} and a.batch_id = ${batch}
        and a.version > coalesce((b.row_before->>'version')::int + 1, 1)`,
    later_order: later("sales_order"),
    later_invoice: later("invoice"),
    later_payment: later("payment"),
    later_delivery: later("delivery"),
    person: later("position"),
    interaction: noted("interaction"),
    task: noted("task"),
    profile: noted("account_profile"),
    child_account: sql`select 1 from account c where c.tenant_id = ${tenant} and c.batch_id is distinct from ${batch} and c.parent_id in ${created}`,
    product_in_use: sql`select 1 from import_batch i join product p on p.tenant_id = i.tenant_id and p.batch_id = i.id
        join order_line l on l.tenant_id = p.tenant_id and l.product_id = p.id
      where i.tenant_id = ${tenant} and i.id = ${batch} and i.kind = 'product' and not exists (
        select 1 from import_before b where b.tenant_id = ${tenant} and b.batch_id = ${batch} and b.row_key = p.id)`,
    people_in_use: sql`
      select 1 from person p where p.tenant_id = ${tenant} and p.restricted_at is not null and p.id in ${newcomers}
      union all ${sql.join(attached.map(ofNewcomer), sql` union all `)}`,
  };
  for (const obstacle of undoObstacles) {
    const { rows } = await sql<{
      found: boolean;
    }>`select exists (${questions[obstacle]}) as found`.execute(db);
    if (rows[0]?.found) return obstacle;
  }
  return null;
};
