import { type RawBuilder, sql } from "kysely";
import { isWatched, type Watch } from "./detector.ts";

/** An answer put on 0 … 100, whatever its scale. */
export const scoreOf100 = sql<number>`(case r.overall_kind when 'nps' then r.overall_score * 10.0
  when 'csat' then (r.overall_score - 1) * 25.0 else (r.overall_score - 1) * 100.0 / 6 end)`;

/** Whether a score is dissatisfied on its scale: a detractor, one or two of five, one to three of seven (formulas § 2). */
export const isDissatisfied = (kind: RawBuilder<unknown>, score: RawBuilder<unknown>) =>
  sql<boolean>`(case ${kind} when 'nps' then ${score} <= 6 when 'csat' then ${score} <= 2 else ${score} <= 3 end)`;

/** Finished answers that name their person, of the accounts watched: an anonymous one speaks for no account by itself. */
export const namedAnswers = (watch: Watch): RawBuilder<unknown> => sql`(
  select r.id, r.account_id, r.round_id, r.person_id, r.buying_role, r.overall_kind, r.overall_score, ${scoreOf100} as of_100, r.answered_on
  from survey_response r
  where r.tenant_id = ${watch.tenantId}::uuid and ${isWatched(watch, "r.account_id")} and r.is_complete and not r.is_suspect and not r.is_anonymous
    and r.overall_score is not null and r.person_id is not null)`;
