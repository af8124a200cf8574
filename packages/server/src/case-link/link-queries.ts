import type { CaseLinkView } from "@mainstay/contract/case-link";
import type { CaseLinkKind } from "@mainstay/domain/case-link/case-link-kind";
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";

interface LinkRecord {
  id: string;
  kind: CaseLinkKind;
  target_id: string;
  target_name: string | null;
  linked_by: string | null;
  linked_by_name: string | null;
  linked_at: Date;
}

/** What a case is about beside its account, oldest first; a target out of sight has no name. */
export const listLinks = async (
  db: Db,
  tenantId: string,
  condition: RawBuilder<unknown>,
): Promise<(CaseLinkView & { targetId: string })[]> => {
  const { rows } = await sql<LinkRecord>`
    select l.id, case when l.order_id is not null then 'order' when l.person_id is not null then 'person'
        when l.need_id is not null then 'need' else 'project' end as kind,
      coalesce(l.order_id, l.person_id, l.need_id, l.project_id) as target_id,
      coalesce(o.external_id, p.name, n.title, j.name) as target_name, l.linked_by, u.name as linked_by_name, l.linked_at
    from case_link l
    left join sales_order o on o.tenant_id = l.tenant_id and o.id = l.order_id
    left join person p on p.tenant_id = l.tenant_id and p.id = l.person_id
    left join need n on n.tenant_id = l.tenant_id and n.id = l.need_id
    left join project j on j.tenant_id = l.tenant_id and j.id = l.project_id
    left join app_user u on u.tenant_id = l.tenant_id and u.id = l.linked_by
    where l.tenant_id = ${tenantId}::uuid and ${condition} order by l.linked_at, l.id limit 200`.execute(
    db,
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    target: named(row.target_id, row.target_name),
    targetId: row.target_id,
    linkedBy: named(row.linked_by, row.linked_by_name),
    linkedAt: row.linked_at.toISOString(),
  }));
};

/** Whether the target is there for the reader and belongs to the account. */
export const belongsToAccount = async (
  db: Db,
  tenantId: string,
  accountId: string,
  kind: CaseLinkKind,
  targetId: string,
): Promise<boolean> => {
  const of = (table: string) =>
    sql`select 1 from ${sql.table(table)} t where t.tenant_id = ${tenantId}::uuid and t.account_id = ${accountId}::uuid
      and ${sql.ref(table === "position" ? "t.person_id" : "t.id")} = ${targetId}::uuid limit 1`;
  const tables = { order: "sales_order", person: "position", need: "need", project: "project" };
  const { rows } = await of(tables[kind]).execute(db);
  return rows.length > 0;
};
