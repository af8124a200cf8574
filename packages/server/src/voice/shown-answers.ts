import type { resultStates } from "@mainstay/contract/voice";
import type { Actor } from "@mainstay/domain/access/actor";
import { leastForPercentage } from "@mainstay/domain/survey/wilson";
import { sql } from "kysely";

/** Answers that count: handed in, and not a program's. Of `survey_response r`. */
export const counted = sql<boolean>`r.is_complete and not r.is_suspect`;

/**
 * Words that may be read one by one, of `survey_answer a` to `survey_response r`. Anonymous ones: of closed rounds, where five people
 * answered the same question (it may have been put to one segment alone), by whom sees everything. Which questions these are is found
 * once for the whole list, not for each line of it.
 */
export const speakable = (actor: Pick<Actor, "visibility">) =>
  actor.visibility === "all"
    ? sql<boolean>`(not r.is_anonymous or (r.round_id, a.question_id) in (
        select o.id, (q.asked ->> 'id')::uuid from survey_round o cross join lateral jsonb_array_elements(o.questions) as q (asked)
        where o.is_anonymous and o.closed_at is not null
          and (select count(*) from (select 1 from survey_answer b
            join survey_response x on x.tenant_id = b.tenant_id and x.id = b.response_id and x.round_id = o.id
            where b.tenant_id = o.tenant_id and b.question_id = (q.asked ->> 'id')::uuid and b.words is not null
              and x.is_complete and not x.is_suspect limit ${sql.lit(leastForPercentage)}) as few) >= ${sql.lit(leastForPercentage)}))`
    : sql<boolean>`not r.is_anonymous`;

/**
 * Whether the figures of a round may be shown. Of an anonymous one: to whom sees all accounts, as who sees a part could
 * subtract; once it is closed, because who looks before and after an answer knows it; from five answers on.
 */
export const resultState = (
  actor: Pick<Actor, "visibility">,
  round: { readonly isAnonymous: boolean; readonly isClosed: boolean; readonly n: number },
): (typeof resultStates)[number] => {
  if (!round.isAnonymous) return "shown";
  if (actor.visibility !== "all") return "not_yours";
  if (!round.isClosed) return "not_closed";
  return round.n < leastForPercentage ? "too_few" : "shown";
};
