import type { BilingualWords, FrozenQuestion } from "@mainstay/domain/survey/frozen-question";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

export interface AskedRound {
  readonly id: string;
  readonly number: number;
  /** Of the survey. */
  readonly title: BilingualWords;
  readonly questions: FrozenQuestion[];
}

/** The rounds that answers came in, with what was asked in each: what a list of answers is told with. */
export const askedRounds = async (
  db: Db,
  tenantId: string,
  answers: readonly { readonly round_id: string }[],
): Promise<AskedRound[]> => {
  const roundIds = [...new Set(answers.map(({ round_id }) => round_id))];
  const { rows } = await sql<AskedRound>`
    select o.id, o.number, s.title, o.questions from survey_round o
    join survey s on s.tenant_id = o.tenant_id and s.id = o.survey_id
    where o.tenant_id = ${tenantId}::uuid and o.id = any (${roundIds}::uuid[])`.execute(db);
  return rows;
};
