import { type RawBuilder, sql } from "kysely";
import { escapeLike } from "../platform/db/escape-like.ts";

/** Half-width, lower-case, single spaces: the form in which `search_text` is kept. */
export const normaliseSearch = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

/** Tested row by row along a sort order: the planner must not take it for a reason to read the whole table. */
const likely = (condition: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`(case when ${condition} then true else false end)`;

/**
 * Name, short name, customer number, credit code, pinyin or initials contain the words. Two characters go through
 * the bigram index, three and more through the trigram index; a single one reads the bigram index's single
 * Chinese characters or, for a Latin letter, the beginning of the pinyin. `found` gives the ids the index finds, null where
 * none serves; `holds` says the same of one row of `account a`.
 */
export const searchCondition = (
  words: string,
): { found: RawBuilder<unknown> | null; holds: RawBuilder<boolean> } => {
  const wanted = normaliseSearch(words);
  const letters = [...wanted];
  if (letters.length === 0) return { found: null, holds: sql<boolean>`true` };
  if (letters.length === 1 && /[\u0000-\u007f]/.test(wanted)) {
    const start = `${escapeLike(wanted)}%`;
    return {
      found: null,
      holds: sql<boolean>`(a.pinyin like ${start} or a.search_text like ${start})`,
    };
  }
  const pattern = `%${escapeLike(wanted)}%`;
  return {
    found:
      letters.length <= 2 ? sql`accounts_with_bigram(${wanted})` : sql`accounts_like(${pattern})`,
    holds: likely(sql`a.search_text like ${pattern}`),
  };
};
