import type { PersonFilter, PersonRow } from "@mainstay/contract/person-list";
import type { Context } from "../platform/access/context.ts";
import { countPeople, listPersonRows, personTotals } from "./person-list-queries.ts";

/** One page of the people in sight that match words and filter, with how many there are. */
export const searchPeople = (
  context: Context,
  query: PersonFilter & { cursor?: string | undefined; limit: number },
): Promise<{ items: PersonRow[]; nextCursor: string | null; total: number }> =>
  context.read(async (db) => {
    const { cursor, limit, ...filter } = query;
    const { actor, today } = context;
    const count = (of: PersonFilter) =>
      personTotals.get(actor, of, () => countPeople(db, actor, of, today));
    const total = await count(filter);
    const matches = filter.q ? { total, of: await count({}) } : undefined;
    const request = { filter, today, cursor, limit, matches };
    return { ...(await listPersonRows(db, actor, request)), total };
  });
