import { type RawBuilder, sql } from "kysely";

/** Half-width, lower-case, single spaces: the form in which `search_text` is kept. */
export const normaliseSearch = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/**
 * Name, short name, customer number, credit code, pinyin or initials contain the words. Two characters go through
 * the bigram index, three and more through the trigram index; a single one reads the bigram index's single
 * Chinese characters or, for a Latin letter, the beginning of the pinyin.
 */
export const searchCondition = (words: string): RawBuilder<boolean> => {
  const wanted = normaliseSearch(words);
  const letters = [...wanted];
  if (letters.length === 0) return sql<boolean>`true`;
  if (letters.length === 1 && /[\u0000-\u007f]/.test(wanted)) {
    return sql<boolean>`(a.pinyin like ${`${escapeLike(wanted)}%`} or a.search_text like ${`${escapeLike(wanted)}%`})`;
  }
  if (letters.length <= 2) return sql<boolean>`a.search_bigrams @> ${[wanted]}::text[]`;
  return sql<boolean>`a.search_text like ${`%${escapeLike(wanted)}%`}`;
};
