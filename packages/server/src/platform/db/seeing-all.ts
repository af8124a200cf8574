import { sql } from "kysely";
import type { Tx } from "./database-handles.ts";

/**
 * Runs a few statements with every account of the workspace in sight, for rules that hold whoever asks (no circle in a
 * group) and for the last look at a record that was just given away. What they find must not reach a reader unasked.
 */
export const seeingAll = async <Result>(tx: Tx, work: () => Promise<Result>): Promise<Result> => {
  const { rows } = await sql<{ was: string }>`
    select current_setting('mainstay.visibility') as was`.execute(tx);
  await sql`select set_config('mainstay.visibility', 'all', true)`.execute(tx);
  const result = await work();
  await sql`select set_config('mainstay.visibility', ${rows[0]?.was ?? "own"}, true)`.execute(tx);
  return result;
};
