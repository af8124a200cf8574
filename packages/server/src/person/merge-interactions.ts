import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import type { MergeWork } from "./merge-record.ts";

/** Puts the record that stays in the place of the other among who took part in contacts, each person once. */
export const moveInteractions = async (tx: Tx, work: MergeWork): Promise<void> => {
  const { tenantId, keptId, goneId, record } = work;
  const [kept, gone] = [sql`${keptId}::uuid`, sql`${goneId}::uuid`];
  const { rows } = await sql<{ id: string; on: string; had_both: boolean }>`
    with hit as (select occurred_on, id, person_ids @> array[${kept}] as had_both from interaction
      where tenant_id = ${tenantId}::uuid and person_ids @> array[${gone}] for update)
    update interaction i set person_ids = case when hit.had_both then array_remove(i.person_ids, ${gone})
      else array_replace(i.person_ids, ${gone}, ${kept}) end
    from hit where i.tenant_id = ${tenantId}::uuid and i.occurred_on = hit.occurred_on and i.id = hit.id
    returning i.id, i.occurred_on as "on", hit.had_both`.execute(tx);
  record.interactions.push(...rows.map(({ id, on, had_both: hadBoth }) => ({ id, on, hadBoth })));
};

/** The same back, for contacts that are still there. */
export const moveInteractionsBack = async (
  tx: Tx,
  { tenantId, keptId, goneId }: Pick<MergeWork, "tenantId" | "keptId" | "goneId">,
  interactions: MergeWork["record"]["interactions"],
): Promise<void> => {
  const [kept, gone] = [sql`${keptId}::uuid`, sql`${goneId}::uuid`];
  await sql`
    update interaction i set person_ids = case when m."hadBoth" then array_append(i.person_ids, ${gone})
      else array_replace(i.person_ids, ${kept}, ${gone}) end
    from jsonb_to_recordset(${JSON.stringify(interactions)}::jsonb) as m (id uuid, "on" date, "hadBoth" boolean)
    where i.tenant_id = ${tenantId}::uuid and i.occurred_on = m."on" and i.id = m.id`.execute(tx);
};
