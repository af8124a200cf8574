import type { TrendPointView } from "@mainstay/contract/voice";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { listResultRounds } from "./round-header.ts";
import { figuresByKey, type Tally } from "./score-tally.ts";
import { counted } from "./shown-answers.ts";

/** The overall figure of every round of a survey, oldest first. */
export const loadVoiceTrend = async (
  db: Db,
  context: Context,
  surveyId: string,
): Promise<{ points: TrendPointView[] }> => {
  const { tenantId } = context;
  const known = await db
    .selectFrom("survey")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", surveyId)
    .executeTakeFirst();
  if (!known) throw new AppError("survey.not_found");
  const rounds = await listResultRounds(db, context, sql`r.survey_id = ${surveyId}::uuid`);
  const { rows } = await sql<Tally<string>>`
    select r.round_id as key, r.overall_kind as scale, r.overall_score::int as score, count(*)::int as count
    from survey_response r
    where r.tenant_id = ${tenantId}::uuid and r.survey_id = ${surveyId}::uuid and r.overall_kind is not null and ${counted}
    group by 1, 2, 3`.execute(db);
  const figures = new Map(figuresByKey(rows).map(({ key, figure }) => [key, figure]));
  return {
    points: rounds.map(({ questions: _, ...round }) => {
      const figure = round.state === "shown" ? figures.get(round.roundId) : undefined;
      return { ...round, figure: figure ? { ...figure, counts: [...figure.counts] } : null };
    }),
  };
};
