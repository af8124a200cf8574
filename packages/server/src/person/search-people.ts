import type { PersonFilter, PersonRow } from "@mainstay/contract/person-list";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { countPeople, listPersonRows, personTotals } from "./person-list-queries.ts";

/** How many people there are, roughly and at no cost: as the planner believes. */
const roughlyAll = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select greatest(reltuples, 0)::int as n from pg_class where oid = 'person'::regclass`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
};

/** One page of the people in sight that match words and filter, with how many there are. */
export const searchPeople = (
  context: Context,
  query: PersonFilter & { cursor?: string | undefined; limit: number },
): Promise<{ items: PersonRow[]; nextCursor: string | null; total: number }> =>
  context.read(async (db) => {
    const { cursor, limit, ...filter } = query;
    const { actor, today } = context;
    const total = await personTotals.get(actor, filter, () =>
      countPeople(db, actor, filter, today),
    );
    const matches = filter.q ? { total, of: await roughlyAll(db) } : undefined;
    const request = { filter, today, cursor, limit, matches };
    return { ...(await listPersonRows(db, actor, request)), total };
  });
