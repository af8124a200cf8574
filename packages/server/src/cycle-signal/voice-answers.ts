import { type RawBuilder, sql } from "kysely";
import { onHundred } from "../voice/score-sql.ts";
import { isWatched, type Watch } from "./detector.ts";

/** Finished answers that name their person, of the accounts watched: an anonymous one speaks for no account by itself. */
export const namedAnswers = (watch: Watch): RawBuilder<unknown> => sql`(
  select r.id, r.account_id, r.round_id, r.person_id, r.buying_role, r.overall_kind, r.overall_score, ${onHundred(sql`r.overall_kind`, sql`r.overall_score`)} as of_100, r.answered_on
  from survey_response r
  where r.tenant_id = ${watch.tenantId}::uuid and ${isWatched(watch, "r.account_id")} and r.is_complete and not r.is_suspect and not r.is_anonymous
    and r.overall_score is not null and r.person_id is not null)`;
