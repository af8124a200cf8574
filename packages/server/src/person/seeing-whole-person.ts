import { factClasses } from "@mainstay/domain/fact/fact-class";
import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";

const settings = {
  "mainstay.visibility": "all",
  "mainstay.fact_classes": factClasses.join(","),
  "mainstay.restricted": "on",
} as const;

/**
 * Runs statements with everything that hangs on a person in sight, at whatever account and of whatever class, so that nothing
 * is left behind when it moves. Values must not be read here, only rows moved; nothing found may reach a reader.
 */
export const seeingWholePerson = async <Result>(
  tx: Tx,
  work: () => Promise<Result>,
): Promise<Result> => {
  const before: [name: string, value: string][] = [];
  for (const [name, value] of Object.entries(settings)) {
    const { rows } = await sql<{ was: string }>`
      select coalesce(current_setting(${name}, true), '') as was`.execute(tx);
    before.push([name, rows[0]?.was ?? ""]);
    await sql`select set_config(${name}, ${value}, true)`.execute(tx);
  }
  const result = await work();
  for (const [name, value] of before)
    await sql`select set_config(${name}, ${value}, true)`.execute(tx);
  return result;
};

/** Runs the statements as each user in turn, for rows that belong to one user alone (places on the map). */
export const asEachUser = async (
  tx: Tx,
  tenantId: string,
  work: () => Promise<void>,
): Promise<void> => {
  const { rows: users } = await sql<{ id: string }>`
    select id from app_user where tenant_id = ${tenantId}::uuid order by id`.execute(tx);
  const { rows } = await sql<{ was: string }>`
    select coalesce(current_setting('mainstay.actor', true), '') as was`.execute(tx);
  for (const { id } of users) {
    await sql`select set_config('mainstay.actor', ${id}, true)`.execute(tx);
    await work();
  }
  await sql`select set_config('mainstay.actor', ${rows[0]?.was ?? ""}, true)`.execute(tx);
};
