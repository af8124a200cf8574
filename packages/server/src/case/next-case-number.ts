import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";

/** The next number of the workspace; waits for whoever is opening one, so that none is given twice and none is left out. */
export const nextCaseNumber = async (tx: Tx, tenantId: string): Promise<number> => {
  const { rows } = await sql<{ last_number: number }>`
    insert into case_counter (tenant_id, last_number) values (${tenantId}::uuid, 1)
    on conflict (tenant_id) do update set last_number = case_counter.last_number + 1 returning last_number`.execute(
    tx,
  );
  return rows[0]!.last_number;
};
