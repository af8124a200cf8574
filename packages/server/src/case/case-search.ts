import { type RawBuilder, sql } from "kysely";
import { normaliseSearch } from "../account/account-search-condition.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { escapeLike } from "../platform/db/escape-like.ts";

/** So many hits are collected by index and sorted; with more of them the list walks its order, where the next hit is near. */
const mostCollected = 2_000;
const mostAccounts = 1_000;

/** How a search is answered: these cases at most, or a condition on each row of `service_case c`. */
export type CaseSearch =
  | { readonly ids: readonly string[] }
  | { readonly holds: RawBuilder<boolean> };

const idsOf = async (db: Db, query: RawBuilder<unknown>): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`${query}`.execute(db);
  return rows.map(({ id }) => id);
};

/** Of so many of the newest titles this many hold an everyday word: then no index is asked, the walk meets the next hit soon. */
const sampled = 2_000;
const everyday = 40;

const isEveryday = async (
  db: Db,
  tenant: RawBuilder<unknown>,
  pattern: string,
): Promise<boolean> => {
  const { rows } = await sql<{ n: number }>`
    select count(*) filter (where s.search_text like ${pattern})::int as n from (select c.search_text from service_case c
      where c.tenant_id = ${tenant} order by c.opened_at desc, c.id desc limit ${sql.lit(sampled)}) s`.execute(
    db,
  );
  return (rows[0]?.n ?? 0) >= everyday;
};

/**
 * Looks words up: a case number, words of a title, words of an account's name. Which of the two ways is taken is decided by how many
 * there are, so that neither a rare nor an everyday word costs more than a page. Whoever has `few` cases in sight has their titles
 * read.
 */
export const searchCases = async (
  db: Db,
  tenantId: string,
  words: string | undefined,
  { few }: { few: boolean },
): Promise<CaseSearch | null> => {
  const wanted = normaliseSearch(words ?? "");
  const letters = [...wanted];
  if (letters.length === 0) return null;
  const tenant = sql`${tenantId}::uuid`;
  const pattern = `%${escapeLike(wanted)}%`;
  const number = /^#?(\d{1,12})$/.exec(wanted)?.[1];
  const isNumber = number !== undefined ? sql`c.number = ${number}::bigint` : sql`false`;
  const byBigram = letters.length <= 2;
  const accountsFound = byBigram
    ? sql`accounts_with_bigram(${wanted})`
    : sql`accounts_like(${pattern})`;
  const holds = sql<boolean>`(case when ${isNumber} or c.search_text like ${pattern}
    or c.account_id in (select ${accountsFound}) then true else false end)`;
  if (few || (await isEveryday(db, tenant, pattern))) return { holds };
  const most = sql.lit(mostCollected + 1);
  const titlesFound = () => {
    if (letters.length === 1 && wanted <= "\u007f")
      return sql`cases_with_letter(${wanted}, ${most})`;
    return byBigram
      ? sql`cases_with_bigram(${wanted}, ${most})`
      : sql`cases_like(${pattern}, ${most})`;
  };
  const titles = await idsOf(db, sql`select ${titlesFound()} as id`);
  if (titles.length > mostCollected) return { holds };
  const accounts = await idsOf(
    db,
    sql`select id from ${accountsFound} found (id) limit ${sql.lit(mostAccounts + 1)}`,
  );
  if (accounts.length > mostAccounts) return { holds };
  const others = await idsOf(
    db,
    sql`(select c.id from service_case c where c.tenant_id = ${tenant} and c.account_id = any(${accounts}::uuid[]) limit ${most})
      union all select c.id from service_case c where c.tenant_id = ${tenant} and ${isNumber}`,
  );
  if (others.length > mostCollected) return { holds };
  return { ids: [...new Set([...titles, ...others])] };
};
