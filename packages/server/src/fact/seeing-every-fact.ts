import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";

/**
 * Runs a few statements with every person and every class of facts of the workspace in sight: what must be deleted is
 * deleted whoever asks, restricted and expired facts included. What they find must not reach a reader.
 */
export const seeingEveryFact = async <Result>(
  tx: Tx,
  work: () => Promise<Result>,
): Promise<Result> => {
  const { rows } = await sql<{ visibility: string; classes: string; restricted: string }>`
    select current_setting('mainstay.visibility') as visibility, current_setting('mainstay.fact_classes') as classes,
      current_setting('mainstay.restricted') as restricted`.execute(tx);
  const set = (visibility: string, classes: string, restricted: string) =>
    sql`
    select set_config('mainstay.visibility', ${visibility}, true), set_config('mainstay.fact_classes', ${classes}, true),
      set_config('mainstay.restricted', ${restricted}, true)`.execute(tx);
  const was = rows[0] ?? { visibility: "own", classes: "", restricted: "" };
  await set("all", "B,P,S", "on");
  const result = await work();
  await set(was.visibility, was.classes, was.restricted);
  return result;
};
