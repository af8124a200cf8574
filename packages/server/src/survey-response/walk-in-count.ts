import {
  leastSecondsAQuestion,
  walkInAnswersAtMost,
  walkInSuspectsAtMost,
} from "@mainstay/domain/survey/answer-limits";
import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

/** A field no person sees was filled in, or the sheet was answered faster than anybody reads it. */
export const looksLikeProgram = (
  given: { readonly website: string; readonly seconds: number },
  answers: number,
): boolean => given.website.trim() !== "" || given.seconds < answers * leastSecondsAQuestion;

/**
 * Counts an answer that came by a link for everybody, and refuses when the link has taken in as many as it may: a flood
 * ends by itself and the database does not grow without end.
 */
export const countWalkIn = async (
  tx: Tx,
  tenantId: string,
  linkId: string,
  isSuspect: boolean,
): Promise<void> => {
  const suspect = isSuspect ? 1 : 0;
  const { rows } = await sql`
    insert into survey_walk_in as w (tenant_id, link_id, answers, suspects)
    values (${tenantId}::uuid, ${linkId}::uuid, 1, ${suspect}::int)
    on conflict (tenant_id, link_id) do update
      set answers = w.answers + 1, suspects = w.suspects + ${suspect}::int
      where w.answers < ${walkInAnswersAtMost}::int
        and (${suspect}::int = 0 or w.suspects < ${walkInSuspectsAtMost}::int)
    returning 1`.execute(tx);
  if (rows.length === 0) throw new AppError("survey_response.walk_in_full");
};
