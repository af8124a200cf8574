import type { Segment } from "@mainstay/domain/account/segment";
import type { ScoredAnswer, voices } from "@mainstay/contract/voice";
import { isDissatisfied } from "@mainstay/domain/survey/scale-score";
import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import { allOf } from "../account/account-filter-sql.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { askedRounds } from "./asked-rounds.ts";
import { namesOf } from "./round-tallies.ts";
import { scoredOn, withName } from "./scored-answers.ts";

type Query = z.output<NonNullable<typeof voices.answers.query>>;

interface Row {
  response_id: string;
  question_id: string | null;
  row_key: string;
  score: number;
  department_id: string | null;
  segment: Segment | null;
  account_id: string | null;
  account_name: string | null;
  person_id: string | null;
  person_name: string | null;
  restricted_at: Date | null;
  answered_on: string;
  round_id: string;
  total: number;
}

const mark = "voice.answers";

/** What is counted: answers to questions, or overall answers alone, which stand on the answer itself. */
const counts = ({ overall, scale }: Query) =>
  overall
    ? {
        from: sql`survey_response r`,
        where: sql<boolean>`r.overall_kind = ${scale} and r.overall_score is not null`,
        columns: sql`null::uuid as question_id, ''::text as row_key, r.overall_score as score, null::uuid as department_id`,
      }
    : {
        from: sql`survey_response r join survey_answer a on a.tenant_id = r.tenant_id and a.response_id = r.id`,
        where: scoredOn(scale),
        columns: sql`a.question_id, a.row_key, a.score, a.department_id`,
      };

const conditionsOf = (tenantId: string, query: Query): RawBuilder<boolean>[] => {
  const { from, to, departmentId, segment, roundId, questionId, accountId, overall } = query;
  const conditions = [sql<boolean>`r.tenant_id = ${tenantId}::uuid`, withName, counts(query).where];
  const add = (condition: RawBuilder<boolean>) => conditions.push(condition);
  if (from) add(sql<boolean>`r.answered_on >= ${from}::date`);
  if (to) add(sql<boolean>`r.answered_on <= ${to}::date`);
  if (segment === "none") add(sql<boolean>`r.segment is null`);
  else if (segment) add(sql<boolean>`r.segment = ${segment}`);
  if (roundId) add(sql<boolean>`r.round_id = ${roundId}::uuid`);
  if (accountId) add(sql<boolean>`r.account_id = ${accountId}::uuid`);
  if (overall) return conditions;
  if (departmentId === "none") add(sql<boolean>`a.department_id is null`);
  else if (departmentId) add(sql<boolean>`a.department_id = ${departmentId}::uuid`);
  if (questionId) add(sql<boolean>`a.question_id = ${questionId}::uuid`);
  return conditions;
};

/** The place of a row in the list: the question and the row of a matrix behind the answer's own key. */
const place = sql<string>`coalesce(x.question_id::text, '') || ' ' || x.row_key`;

/**
 * 答复 The single answers behind a figure of satisfaction, newest first, within the reader's sight: exactly those the figure counts
 * (`analyseSatisfaction`, the overview, results of a round with names). Anonymous ones are in none of these.
 */
export const listScoredAnswers = async (
  db: Db,
  { tenantId }: Pick<Context, "tenantId">,
  query: Query,
): Promise<{ items: ScoredAnswer[]; nextCursor: string | null; total: number }> => {
  const source = counts(query);
  const after = readCursor(query.cursor, mark);
  const beyond = after
    ? sql<boolean>`(x.answered_on, x.id, ${place})
        < (${after.key.slice(0, 10)}::date, ${after.id}::uuid, ${after.key.slice(11)}::text)`
    : sql<boolean>`true`;
  const { rows } = await sql<Row>`
    with x as materialized (
      select r.id, r.answered_on, r.segment, r.account_id, r.person_id, r.round_id, ${source.columns}
      from ${source.from} where ${allOf(conditionsOf(tenantId, query))}),
    page as (select x.*, ${place} as place from x where ${beyond}
      order by x.answered_on desc, x.id desc, place desc limit ${sql.lit(query.limit + 1)})
    select page.id as response_id, page.question_id, page.row_key, page.score::int as score, page.department_id, page.segment,
      page.account_id, c.name as account_name, page.person_id, p.name as person_name, p.restricted_at, page.answered_on,
      page.round_id, (select count(*) from x)::int as total
    from page left join account c on c.tenant_id = ${tenantId}::uuid and c.id = page.account_id
    left join person p on p.tenant_id = ${tenantId}::uuid and p.id = page.person_id
    order by page.answered_on desc, page.id desc, page.place desc`.execute(db);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: await toAnswers(db, tenantId, query.scale, shown),
    nextCursor:
      rows.length > query.limit && last
        ? writeCursor(mark, {
            key: `${last.answered_on} ${last.question_id ?? ""} ${last.row_key}`,
            id: last.response_id,
          })
        : null,
    total: rows[0]?.total ?? 0,
  };
};

const toAnswers = async (
  db: Db,
  tenantId: string,
  scale: VoiceScale,
  rows: readonly Row[],
): Promise<ScoredAnswer[]> => {
  if (rows.length === 0) return [];
  const rounds = await askedRounds(db, tenantId, rows);
  const departmentIds = [...new Set(rows.flatMap(({ department_id }) => department_id ?? []))];
  const departments = await namesOf(db, tenantId, "department", departmentIds);
  return rows.map((row) => {
    const round = rounds.find(({ id }) => id === row.round_id);
    const question = round?.questions.find(({ id, isOverall }) =>
      row.question_id === null ? isOverall : id === row.question_id,
    );
    return {
      responseId: row.response_id,
      questionId: question?.id ?? row.question_id,
      question: question?.words ?? {},
      row: question?.rows.find(({ key }) => key === row.row_key) ?? null,
      scale,
      score: row.score,
      isDissatisfied: isDissatisfied(scale, row.score),
      department: named(row.department_id, departments.get(row.department_id ?? "")),
      segment: row.segment,
      account: named(row.account_id, row.account_name),
      person: named(row.person_id, row.person_name),
      isRestricted: row.restricted_at !== null,
      answeredOn: row.answered_on,
      surveyTitle: round?.title ?? {},
      roundNumber: round?.number ?? 0,
    };
  });
};
