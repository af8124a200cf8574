import { type RawBuilder, sql } from "kysely";

/** Half-width, lower-case, single spaces: the form in which `search_text` is kept. */
export const normaliseSearch = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** How many accounts at least match before a list walks its sort order instead of collecting all of them. */
export const manyMatches = 1_500;

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
  if (letters.length <= 2) {
    return {
      found: sql`accounts_with_bigram(${wanted})`,
      holds: sql<boolean>`a.search_bigrams @> ${[wanted]}::text[]`,
    };
  }
  const pattern = `%${escapeLike(wanted)}%`;
  return {
    found: sql`accounts_like(${pattern})`,
    holds: sql<boolean>`a.search_text like ${pattern}`,
  };
};
