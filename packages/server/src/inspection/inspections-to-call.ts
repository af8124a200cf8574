import type { InspectionToCall } from "@mainstay/contract/inspection-to-call";
import { mayInspect } from "@mainstay/domain/inspection/inspection-policy";
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";

/**
 * Whether a drawn inspection `s` has a call waiting: for a colleague theirs, for an inspector also those nobody has yet; for all, as an
 * inspector sees it. Who may not inspect has none but what is theirs by name.
 */
export const waitsForCall = (
  { actor, tenantId }: Context,
  desk: { readonly userId: string } | null,
): RawBuilder<boolean> => {
  const isInspector = mayInspect(actor);
  if (desk === null && !isInspector) return sql<boolean>`false`;
  const whose =
    desk === null
      ? sql`true`
      : sql`(i.inspector_user_id = ${desk.userId}::uuid
          or (i.inspector_user_id is null and ${isInspector && desk.userId === actor.userId}
            and not ${desk.userId}::uuid = any(i.involved_user_ids)))`;
  return sql<boolean>`exists (select 1 from inspection_item i where i.tenant_id = ${tenantId}::uuid and i.inspection_id = s.id
    and i.status = 'waiting' and ${whose})`;
};

/** These inspections with how many customers wait to be called, in no order. */
export const listInspectionsToCall = async (
  db: Db,
  tenantId: string,
  ids: readonly string[],
): Promise<InspectionToCall[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<{
    id: string;
    number: number;
    population: InspectionToCall["population"];
    drawn_at: Date;
    waiting: number;
  }>`
    select s.id, s.number, s.population, s.drawn_at, (select count(*)::int from inspection_item i
      where i.tenant_id = s.tenant_id and i.inspection_id = s.id and i.status = 'waiting') as waiting
    from inspection s where s.tenant_id = ${tenantId}::uuid and s.id = any(${[...ids]}::uuid[]) and s.drawn_at is not null`.execute(
    db,
  );
  return rows.map(({ drawn_at, ...row }) => ({ ...row, drawnAt: drawn_at.toISOString() }));
};
