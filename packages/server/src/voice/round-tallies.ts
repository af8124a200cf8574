import { type RawBuilder, sql } from "kysely";
import { allOf } from "../account/account-filter-sql.ts";
import type { Db } from "../platform/db/database-handles.ts";
import type { Tally } from "./score-tally.ts";
import { counted } from "./shown-answers.ts";

/** How many gave a score to a question, or to a row of a matrix. */
export interface AnswerTally {
  readonly questionId: string;
  readonly rowKey: string;
  readonly score: number | null;
  /** The choice taken; null for a score and for words. */
  readonly choice: string | null;
  readonly count: number;
  /** Answers, each once, however many choices it took. */
  readonly answers: number;
}

export interface RoundFilter {
  readonly segment?: string | undefined;
  readonly accountId?: string | undefined;
}

const within = (tenantId: string, roundId: string, filter: RoundFilter): RawBuilder<unknown> =>
  allOf([
    sql<boolean>`r.tenant_id = ${tenantId}::uuid`,
    sql<boolean>`r.round_id = ${roundId}::uuid`,
    counted,
    ...(filter.segment ? [sql<boolean>`r.segment = ${filter.segment}`] : []),
    ...(filter.accountId ? [sql<boolean>`r.account_id = ${filter.accountId}::uuid`] : []),
  ]);

/** Answers of a round by question, row, score and choice. */
export const tallyAnswers = async (
  db: Db,
  tenantId: string,
  roundId: string,
  filter: RoundFilter,
): Promise<AnswerTally[]> => {
  const { rows } = await sql<AnswerTally>`
    with these as (
      select a.question_id, a.row_key, a.kind, a.score, a.choices from survey_answer a
      join survey_response r on r.tenant_id = a.tenant_id and r.id = a.response_id
      where a.tenant_id = ${tenantId}::uuid and ${within(tenantId, roundId, filter)}
    )
    select question_id as "questionId", row_key as "rowKey", score::int, null::text as choice, count(*)::int as count,
      count(*)::int as answers
    from these group by 1, 2, 3
    union all
    select question_id, row_key, null, choice, count(*)::int, 0
    from these cross join lateral unnest(choices) as choice group by 1, 2, 4`.execute(db);
  return rows;
};

/** Overall scores of a round by one column of the answer. */
export const tallyOverall = async <Key extends string | null>(
  db: Db,
  tenantId: string,
  roundId: string,
  by: RawBuilder<Key>,
  filter: RoundFilter,
): Promise<Tally<Key>[]> => {
  const { rows } = await sql<Tally<Key>>`
    select ${by} as key, r.overall_kind as scale, r.overall_score::int as score, count(*)::int as count
    from survey_response r
    where r.overall_kind is not null and ${within(tenantId, roundId, filter)}
    group by 1, 2, 3`.execute(db);
  return rows;
};

/** Answers that were begun and not handed in, and those that look like a program's. */
export const countBesides = async (
  db: Db,
  tenantId: string,
  roundId: string,
): Promise<{ partial: number; suspects: number }> => {
  const { rows } = await sql<{ partial: number; suspects: number }>`
    select count(*) filter (where not is_complete)::int as partial, count(*) filter (where is_suspect)::int as suspects
    from survey_response where tenant_id = ${tenantId}::uuid and round_id = ${roundId}::uuid`.execute(
    db,
  );
  return rows[0] ?? { partial: 0, suspects: 0 };
};

/** Names of what is in the reader's sight. */
export const namesOf = async (
  db: Db,
  tenantId: string,
  table: "account" | "department",
  ids: readonly string[],
): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom(table)
    .select(["id", "name"])
    .where("tenant_id", "=", tenantId)
    .where("id", "in", [...ids])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
};
