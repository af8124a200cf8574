import type { TrendPointView } from "@mainstay/contract/voice";
import type { BilingualWords, FrozenQuestion } from "@mainstay/domain/survey/frozen-question";
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { listRoundFigures } from "../survey/round-figures.ts";
import { counted, resultState } from "./shown-answers.ts";

export interface ResultRound extends Omit<TrendPointView, "figure"> {
  readonly questions: readonly FrozenQuestion[];
}

/** Rounds with how many were asked and answered, and whether their figures may be shown; oldest first. */
export const listResultRounds = async (
  db: Db,
  { tenantId, actor }: Pick<Context, "tenantId" | "actor">,
  which: RawBuilder<boolean>,
): Promise<ResultRound[]> => {
  const figures = await listRoundFigures(db, tenantId, which);
  if (figures.length === 0) return [];
  const ids = figures.map(({ id }) => id);
  const { rows } = await sql<{
    id: string;
    survey_id: string;
    title: BilingualWords;
    questions: FrozenQuestion[];
    n: number;
  }>`
    select o.id, o.survey_id, s.title, o.questions,
      (select count(*)::int from survey_response r where r.tenant_id = o.tenant_id and r.round_id = o.id and ${counted}) as n
    from survey_round o join survey s on s.tenant_id = o.tenant_id and s.id = o.survey_id
    where o.tenant_id = ${tenantId}::uuid and o.id = any (${ids}::uuid[])`.execute(db);
  return figures
    .flatMap((figure) => {
      const row = rows.find(({ id }) => id === figure.id);
      if (!row) return [];
      const isClosed = figure.closedAt !== null;
      const { isAnonymous } = figure;
      const state = resultState(actor, { isAnonymous, isClosed, n: row.n });
      return [
        {
          survey: { id: row.survey_id, title: row.title, isAnonymous },
          roundId: figure.id,
          number: figure.number,
          openedOn: figure.openedOn,
          closesOn: figure.closesOn,
          isClosed,
          isAnonymous,
          state,
          asked: figure.asked,
          answered: figure.answered,
          responseRate: figure.responseRate,
          n: state === "shown" ? row.n : 0,
          questions: row.questions,
        },
      ];
    })
    .toReversed();
};
