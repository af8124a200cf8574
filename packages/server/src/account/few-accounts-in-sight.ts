import type { Actor } from "@mainstay/domain/access/actor";
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/** Somebody with a few accounts finds their rows by these; with many the walk meets one at every other step. */
const fewAccounts = 500;

/**
 * For who sees but a few accounts: the same as row security says of a row, in words that lead to an index of accounts. Nothing for
 * who sees all or many. `column` is the account of a row.
 */
export const fewAccountsInSight = async (
  db: Db,
  { visibility }: Pick<Actor, "visibility">,
  column: string,
): Promise<RawBuilder<boolean>[]> => {
  if (visibility === "all") return [];
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select accounts_in_sight() limit ${sql.lit(fewAccounts + 1)}) seen`.execute(
    db,
  );
  return (rows[0]?.n ?? 0) > fewAccounts
    ? []
    : [sql<boolean>`${sql.ref(column)} = any(array(select accounts_in_sight()))`];
};
