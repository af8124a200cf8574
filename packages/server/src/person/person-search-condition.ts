import { type RawBuilder, sql } from "kysely";
import { normaliseSearch } from "../account/account-search-condition.ts";
import { escapeLike } from "../platform/db/escape-like.ts";

/** The words of a search as SQL: `found` gives the person ids an index finds (null where none serves), `holds` says it of one row. */
export interface PersonSearch {
  readonly found: RawBuilder<unknown> | null;
  readonly holds: RawBuilder<boolean>;
}

/** A phone number is looked for by its digits, whatever stands between them. */
const phoneDigits = (text: string): string | null => {
  const digits = text.replace(/\D/g, "");
  return digits.length >= 4 && /^[\d\s()+\-.]+$/.test(text) ? digits : null;
};

/**
 * Name, number, pinyin or initials of the person, or title, department, phone or mail of one of their jobs contain the
 * words. One and two characters go through the bigram indexes, more through the trigram indexes. Jobs count only where the
 * caller sees them: their ids are joined under the caller's own policies. A single Latin letter begins the pinyin.
 */
export const personSearchCondition = (tenantId: string, words: string): PersonSearch | null => {
  const wanted = normaliseSearch(words);
  const letters = [...wanted];
  if (letters.length === 0) return null;
  if (letters.length === 1 && /[\u0000-\u007f]/.test(wanted)) {
    return { found: null, holds: sql<boolean>`p.pinyin like ${`${escapeLike(wanted)}%`}` };
  }
  const ofPerson = `%${escapeLike(wanted)}%`;
  const ofJob = `%${escapeLike(phoneDigits(wanted) ?? wanted)}%`;
  const isShort = letters.length <= 2;
  const persons = isShort ? sql`persons_with_bigram(${wanted})` : sql`persons_like(${ofPerson})`;
  const jobs = isShort ? sql`positions_with_bigram(${wanted})` : sql`positions_like(${ofJob})`;
  return {
    found: sql`(select id from ${persons} id union
      select o.person_id from ${jobs} hit join position o on o.tenant_id = ${tenantId}::uuid and o.id = hit)`,
    holds: sql<boolean>`(case when p.search_text like ${ofPerson} or exists (select 1 from position o
      where o.tenant_id = p.tenant_id and o.person_id = p.id and o.search_text like ${ofJob}) then true else false end)`,
  };
};
