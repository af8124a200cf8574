import { cycleSignalKinds, relationshipSignalKinds } from "@mainstay/domain/signal/signal-kind";
import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";

/**
 * Takes a person's name out of every red flag and cycle signal, open or long resolved: its reason stays as a sentence without the name, its
 * evidence loses their row. For whoever erases a person; gives the number of signals that named them.
 */
export const forgetPersonInSignals = async (
  tx: Tx,
  tenantId: string,
  personId: string,
): Promise<number> => {
  const { numAffectedRows } = await sql`
    update signal g set
      reason = case when g.reason #>> '{params,personId}' = ${personId} then jsonb_set(
        jsonb_set(g.reason, '{params,personId}', '""'), array['params', case when g.reason->'params' ? 'oldest' then 'oldest' else 'person' end], '""')
        else g.reason end,
      evidence = coalesce((select jsonb_agg(piece order by place) from jsonb_array_elements(g.evidence) with ordinality as e (piece, place)
        where piece->>'personId' is distinct from ${personId}), '[]')
    where g.tenant_id = ${tenantId}::uuid and g.kind = any(${[...relationshipSignalKinds, ...cycleSignalKinds]}::text[])
      and (g.reason #>> '{params,personId}' = ${personId} or g.evidence @> ${JSON.stringify([{ personId }])}::jsonb)`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0);
};
