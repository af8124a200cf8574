import type { InspectionItem, InspectionRow, InspectionView } from "@mainstay/contract/inspection";
import { inspectionStatusOf } from "@mainstay/domain/inspection/inspection-kind";
import { itemAbilities, mayInspect } from "@mainstay/domain/inspection/inspection-policy";
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { named } from "../platform/http/named.ts";
import { listCallsOf, listItems } from "./item-queries.ts";
import { resultsOf } from "./inspection-results.ts";

interface Row {
  id: string;
  number: number;
  population: InspectionRow["population"];
  from_on: string;
  to_on: string;
  department_id: string | null;
  department_name: string | null;
  segment: InspectionRow["segment"];
  is_stratified: boolean;
  sample_size: number;
  population_size: number;
  population_sha256: string;
  commitment_sha256: string;
  nonce: string;
  seed: string | null;
  drawn: number[] | null;
  announced_by: string;
  announced_by_name: string;
  announced_at: Date;
  drawn_by: string | null;
  drawn_by_name: string | null;
  drawn_at: Date | null;
  waiting: number;
  done: number;
  unreachable: number;
}

const listWhere = async (db: Db, tenantId: string, condition: RawBuilder<unknown>) => {
  const { rows } = await sql<Row>`
    select s.id, s.number, s.population, s.from_on, s.to_on, s.department_id, d.name as department_name, s.segment,
      s.is_stratified, s.sample_size, cardinality(s.population_ids) as population_size, s.population_sha256,
      s.commitment_sha256, s.nonce, s.seed, s.drawn, s.announced_by, a.name as announced_by_name, s.announced_at, s.drawn_by,
      b.name as drawn_by_name, s.drawn_at, i.waiting, i.done, i.unreachable
    from inspection s
    join app_user a on a.tenant_id = s.tenant_id and a.id = s.announced_by
    left join app_user b on b.tenant_id = s.tenant_id and b.id = s.drawn_by
    left join department d on d.tenant_id = s.tenant_id and d.id = s.department_id
    cross join lateral (select count(*) filter (where status = 'waiting')::int as waiting,
      count(*) filter (where status = 'done')::int as done, count(*) filter (where status = 'unreachable')::int as unreachable
      from inspection_item i where i.tenant_id = s.tenant_id and i.inspection_id = s.id) i
    where s.tenant_id = ${tenantId}::uuid and ${condition}
    order by s.number desc limit 200`.execute(db);
  return rows;
};

const toRow = ({ actor }: Context, row: Row): InspectionRow => ({
  id: row.id,
  number: row.number,
  population: row.population,
  from: row.from_on,
  to: row.to_on,
  department: named(row.department_id, row.department_name),
  segment: row.segment,
  isStratified: row.is_stratified,
  sampleSize: row.sample_size,
  populationSize: row.population_size,
  status: inspectionStatusOf(row.drawn_at, row.waiting),
  announcedBy: { id: row.announced_by, name: row.announced_by_name },
  announcedAt: row.announced_at.toISOString(),
  drawnBy: named(row.drawn_by, row.drawn_by_name),
  drawnAt: row.drawn_at?.toISOString() ?? null,
  waiting: row.waiting,
  done: row.done,
  unreachable: row.unreachable,
  can: { draw: row.drawn_at === null && mayInspect(actor) },
});

/** Every inspection of the workspace, newest first; counts are of the items in the reader's sight. */
export const listInspections = async (db: Db, context: Context): Promise<InspectionRow[]> =>
  (await listWhere(db, context.tenantId, sql`true`)).map((row) => toRow(context, row));

/** One inspection whole; the number committed to is told once it is drawn. */
export const getInspection = async (
  db: Db,
  context: Context,
  inspectionId: string,
): Promise<InspectionView> => {
  const { tenantId, actor } = context;
  const [row] = await listWhere(db, tenantId, sql`s.id = ${inspectionId}::uuid`);
  if (!row) throw new AppError("inspection.not_found");
  const calls = await listCallsOf(db, tenantId, inspectionId);
  const items: InspectionItem[] = (await listItems(db, context, inspectionId)).map((item) => ({
    id: item.id,
    position: item.position,
    status: item.status,
    account: { id: item.account_id, name: item.account_name },
    department: named(item.department_id, item.department_name),
    subject: item.subject,
    inspector: named(item.inspector_user_id, item.inspector_name),
    calls: calls.get(item.id) ?? [],
    can: itemAbilities(actor, { status: item.status, involvedUserIds: item.involved_user_ids }),
  }));
  return {
    ...toRow(context, row),
    populationSha256: row.population_sha256,
    commitmentSha256: row.commitment_sha256,
    nonce: row.drawn_at === null ? null : row.nonce,
    seed: row.seed,
    drawn: row.drawn ?? [],
    items,
    results: row.drawn_at === null ? [] : resultsOf(items),
  };
};

/** What it draws from, for whoever recomputes it. */
export const getPopulation = async (db: Db, tenantId: string, inspectionId: string) => {
  const row = await db
    .selectFrom("inspection")
    .select(["population_ids as ids", "strata"])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", inspectionId)
    .executeTakeFirst();
  if (!row) throw new AppError("inspection.not_found");
  return row;
};
