import type { InspectionCall, InspectionItem } from "@mainstay/contract/inspection";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";

interface Row {
  id: string;
  position: number;
  status: InspectionItem["status"];
  subject_kind: "case" | "interaction";
  subject_id: string;
  account_id: string;
  account_name: string;
  department_id: string | null;
  department_name: string | null;
  involved_user_ids: string[];
  inspector_user_id: string | null;
  inspector_name: string | null;
  number: number | null;
  title: string | null;
  on_day: string | null;
  solution: string | null;
  person_id: string | null;
  person_name: string | null;
}

/** The drawn items in the reader's sight, in the order drawn, with what we wrote down of each. */
export const listItems = async (db: Db, { tenantId, workspace }: Context, inspectionId: string) => {
  const { rows } = await sql<Row>`
    select i.id, i.position, i.status, i.subject_kind, i.subject_id, i.account_id, a.name as account_name, i.department_id,
      d.name as department_name, i.involved_user_ids, i.inspector_user_id, u.name as inspector_name,
      c.number::int as number, coalesce(c.title, v.summary) as title,
      coalesce((c.solved_at at time zone ${workspace.timeZone})::date, v.occurred_on) as on_day, c.solution,
      p.id as person_id, p.name as person_name
    from inspection_item i
    join account a on a.tenant_id = i.tenant_id and a.id = i.account_id
    left join department d on d.tenant_id = i.tenant_id and d.id = i.department_id
    left join app_user u on u.tenant_id = i.tenant_id and u.id = i.inspector_user_id
    left join service_case c on i.subject_kind = 'case' and c.tenant_id = i.tenant_id and c.id = i.subject_id
    left join inspection s on s.tenant_id = i.tenant_id and s.id = i.inspection_id
    left join interaction v on i.subject_kind = 'interaction' and v.tenant_id = i.tenant_id and v.id = i.subject_id
      and v.occurred_on between s.from_on and s.to_on
    left join person p on p.tenant_id = i.tenant_id and p.id = coalesce(c.person_id, v.person_ids[1])
    where i.tenant_id = ${tenantId}::uuid and i.inspection_id = ${inspectionId}::uuid
    order by i.position`.execute(db);
  return rows.map((row) => ({
    ...row,
    subject:
      row.title !== null && row.on_day !== null
        ? {
            kind: row.subject_kind,
            id: row.subject_id,
            number: row.number,
            title: row.title,
            on: row.on_day,
            solution: row.solution,
            person: named(row.person_id, row.person_name),
          }
        : null,
  }));
};

/** The calls about an inspection's items, oldest first, by item. */
export const listCallsOf = async (
  db: Db,
  tenantId: string,
  inspectionId: string,
): Promise<Map<string, InspectionCall[]>> => {
  const { rows } = await sql<{
    id: string;
    inspection_item_id: string;
    called_by: string;
    by_name: string;
    called_at: Date;
    outcome: InspectionCall["outcome"];
    score: number | null;
    record_true: boolean | null;
    words: string;
    case_id: string | null;
  }>`
    select b.id, b.inspection_item_id, b.called_by, u.name as by_name, b.called_at, b.outcome, b.score, b.record_true, b.words,
      c.id as case_id
    from call_back b
    join inspection_item i on i.tenant_id = b.tenant_id and i.id = b.inspection_item_id
    join app_user u on u.tenant_id = b.tenant_id and u.id = b.called_by
    left join service_case c on c.tenant_id = b.tenant_id and c.source_kind = 'call_back' and c.source_id = b.id
    where b.tenant_id = ${tenantId}::uuid and i.inspection_id = ${inspectionId}::uuid
    order by b.called_at, b.id`.execute(db);
  const byItem = new Map<string, InspectionCall[]>();
  for (const row of rows) {
    const call = {
      id: row.id,
      by: { id: row.called_by, name: row.by_name },
      calledAt: row.called_at.toISOString(),
      outcome: row.outcome,
      score: row.score,
      recordTrue: row.record_true,
      words: row.words,
      caseId: row.case_id,
    };
    const known = byItem.get(row.inspection_item_id);
    if (known) known.push(call);
    else byItem.set(row.inspection_item_id, [call]);
  }
  return byItem;
};
