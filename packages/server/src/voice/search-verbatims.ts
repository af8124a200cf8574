import { type RawBuilder, sql } from "kysely";
import { normaliseSearch } from "../account/account-search-condition.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { escapeLike } from "../platform/db/escape-like.ts";

/** So many hits are collected by index and sorted; with more the list walks its order, where the next hit is near. */
const mostCollected = 5_000;
/** Of so many of the newest answers in words this many hold an everyday word. */
const sampled = 1_000;
const everyday = 20;

/** How a search is answered: these answers at most, or a condition on each `survey_answer a`. */
export type VerbatimSearch =
  | { readonly responseIds: readonly string[]; readonly questionIds: readonly string[] }
  | { readonly holds: RawBuilder<boolean> };

/**
 * Looks words up in what customers wrote. Rare words are found by their index, everyday ones along the list: neither costs more
 * than a page. Null where nothing is looked for.
 */
export const searchVerbatims = async (
  db: Db,
  tenantId: string,
  words: string | undefined,
  { few }: { few: boolean },
): Promise<VerbatimSearch | null> => {
  const wanted = normaliseSearch(words ?? "");
  if (wanted === "") return null;
  const pattern = `%${escapeLike(wanted)}%`;
  const holds = sql<boolean>`(case when a.search_text like ${pattern} then true else false end)`;
  if (few) return { holds };
  const { rows } = await sql<{ n: number }>`
    select count(*) filter (where s.search_text like ${pattern})::int as n from (
      select a.search_text from survey_response r join survey_answer a on a.tenant_id = r.tenant_id and a.response_id = r.id
        and a.words is not null
      where r.tenant_id = ${tenantId}::uuid order by r.answered_on desc, r.id desc limit ${sql.lit(sampled)}) s`.execute(
    db,
  );
  if ((rows[0]?.n ?? 0) >= everyday) return { holds };
  const { rows: found } = await sql<{ response_id: string; question_id: string }>`
    select response_id, question_id from answers_with_words(${wanted}, ${pattern}, ${sql.lit(mostCollected + 1)})`.execute(
    db,
  );
  if (found.length > mostCollected) return { holds };
  return {
    responseIds: found.map(({ response_id }) => response_id),
    questionIds: found.map(({ question_id }) => question_id),
  };
};
