import type { VerbatimRow, voices } from "@mainstay/contract/voice";
import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import { allOf } from "../account/account-filter-sql.ts";
import { fewAccountsInSight } from "../account/few-accounts-in-sight.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { askedRounds } from "./asked-rounds.ts";
import { overallOnWire } from "./response-queries.ts";
import { namesOf } from "./round-tallies.ts";
import { isHighScore, isLowScore } from "./score-sql.ts";
import { searchVerbatims } from "./search-verbatims.ts";
import { counted, speakable } from "./shown-answers.ts";

type Query = z.output<NonNullable<typeof voices.verbatims.query>>;

interface Row {
  response_id: string;
  question_id: string;
  department_id: string | null;
  words: string;
  account_id: string | null;
  account_name: string | null;
  person_id: string | null;
  person_name: string | null;
  restricted_at: Date | null;
  is_anonymous: boolean;
  answered_on: string;
  overall_kind: VoiceScale | null;
  overall_score: number | null;
  round_id: string;
  case_id: string | null;
  case_number: number | null;
}

const feelingIs = (feeling: NonNullable<Query["feeling"]>): RawBuilder<boolean> => {
  const overall = [sql`r.overall_kind`, sql`r.overall_score`] as const;
  const [low, high] = [isLowScore(...overall), isHighScore(...overall)];
  const known = sql`r.overall_kind is not null`;
  if (feeling === "dissatisfied") return sql<boolean>`(${known} and ${low})`;
  if (feeling === "satisfied") return sql<boolean>`(${known} and ${high})`;
  return sql<boolean>`(${known} and not ${low} and not ${high})`;
};

const conditionsOf = (query: Query, actor: Context["actor"]): RawBuilder<boolean>[] => {
  const { surveyId, roundId, questionId, accountId, departmentId, segment, feeling } = query;
  const conditions = [counted, speakable(actor)];
  if (surveyId) conditions.push(sql<boolean>`r.survey_id = ${surveyId}::uuid`);
  if (roundId) conditions.push(sql<boolean>`r.round_id = ${roundId}::uuid`);
  if (questionId) conditions.push(sql<boolean>`a.question_id = ${questionId}::uuid`);
  if (departmentId) conditions.push(sql<boolean>`a.department_id = ${departmentId}::uuid`);
  // What is filtered by who said it leaves out what nobody is known to have said.
  if (accountId)
    conditions.push(sql<boolean>`(r.account_id = ${accountId}::uuid and not r.is_anonymous)`);
  if (segment) conditions.push(sql<boolean>`(r.segment = ${segment} and not r.is_anonymous)`);
  if (feeling) conditions.push(sql<boolean>`(${feelingIs(feeling)} and not r.is_anonymous)`);
  return conditions;
};

/**
 * What a text is listed under and told by: its answer, or of an answer without a name something of this text alone, so that neither the
 * order nor a name joins two texts of one sheet. Nobody but the device knows such an answer's own id, which is its key.
 */
const place = sql<string>`(case when r.is_anonymous
  then overlay(overlay(md5(r.id::text || a.question_id::text || a.row_key) placing '4' from 13) placing '8' from 17)::uuid
  else r.id end)`;

/** Nobody reads further than this; counting stops there and says so. */
const mostCounted = 1_000;
/** An everyday word costs a look at each answer, so counting reads so many of the newest. */
const mostRead = 4_000;

/**
 * What customers wrote, newest first, within the reader's sight: of persons whose use is restricted with that mark, of
 * anonymous rounds without account and person. `total` is exact up to a thousand; `isTotalMore` says that there are more.
 */
export const listVerbatims = async (
  db: Db,
  { tenantId, actor }: Pick<Context, "tenantId" | "actor">,
  query: Query,
): Promise<{
  items: VerbatimRow[];
  nextCursor: string | null;
  total: number;
  isTotalMore: boolean;
}> => {
  const sight = await fewAccountsInSight(db, actor, "r.account_id");
  const few = sight.length > 0 || query.accountId !== undefined;
  const search = await searchVerbatims(db, tenantId, query.search, { few });
  const conditions = conditionsOf(query, actor);
  // Behind `offset 0` the few accounts are looked up first, whatever the planner hopes of an early end.
  const responses =
    sight.length > 0
      ? sql`(select * from survey_response r where r.tenant_id = ${tenantId}::uuid and ${allOf(sight)} offset 0) r`
      : sql`survey_response r`;
  const found = search && "responseIds" in search ? search : null;
  const holds = search && "holds" in search ? search.holds : null;
  const source = found
    ? sql`unnest(${[...found.responseIds]}::uuid[], ${[...found.questionIds]}::uuid[]) f (response_id, question_id)
        join survey_answer a on a.tenant_id = ${tenantId}::uuid and a.response_id = f.response_id
        and a.question_id = f.question_id and a.row_key = ''
        join survey_response r on r.tenant_id = a.tenant_id and r.id = a.response_id`
    : sql`${responses} cross join lateral (select * from survey_answer w where w.tenant_id = r.tenant_id and w.response_id = r.id
        and w.words is not null offset 0) a`;
  const where = sql<boolean>`r.tenant_id = ${tenantId}::uuid and ${allOf(conditions)}`;
  const inOrder = sql`order by r.answered_on desc, ${place} desc, a.question_id desc`;
  const after = readCursor(query.cursor, "voice.verbatims");
  const [afterResponse, afterDay] = after ? [after.id, after.key.slice(0, 10)] : [];
  // Each half walks its own order: named answers an index, those without a name the few of their rounds.
  const half = (condition: RawBuilder<unknown>, by: RawBuilder<unknown>) => {
    const from = after
      ? sql`and (r.answered_on, ${by}) <= (${afterDay}::date, ${afterResponse}::uuid)
          and (r.answered_on, ${by}, a.question_id) < (${afterDay}::date, ${afterResponse}::uuid, ${after.key.slice(11)}::uuid)`
      : sql``;
    return sql`(select r.id, a.question_id, a.row_key, r.answered_on, ${by} as place
      from ${source} where ${where} and ${condition} ${from} and ${holds ?? sql`true`}
      order by r.answered_on desc, ${by} desc, a.question_id desc limit ${sql.lit(query.limit + 1)})`;
  };
  const nameless = await roundsWithoutNames(db, tenantId, actor);
  const halves = [half(sql`not r.is_anonymous`, sql`r.id`)];
  if (nameless.length > 0)
    halves.push(half(sql`r.is_anonymous and r.round_id = any (${nameless}::uuid[])`, place));
  const { rows } = await sql<Row>`
    with page as materialized (
      select h.id, h.question_id, h.row_key from (${sql.join(halves, sql` union all `)}) h
      order by h.answered_on desc, h.place desc, h.question_id desc limit ${sql.lit(query.limit + 1)})
    select ${place} as response_id, a.question_id, a.department_id, a.words, r.account_id, c.name as account_name, r.person_id,
      p.name as person_name, p.restricted_at, r.is_anonymous, r.answered_on, r.overall_kind, r.overall_score, r.round_id,
      o.id as case_id, o.number::int as case_number
    from page join survey_response r on r.tenant_id = ${tenantId}::uuid and r.id = page.id
    join survey_answer a on a.tenant_id = r.tenant_id and a.response_id = r.id and a.question_id = page.question_id
      and a.row_key = page.row_key
    left join account c on c.tenant_id = r.tenant_id and c.id = r.account_id
    left join person p on p.tenant_id = r.tenant_id and p.id = r.person_id
    left join service_case o on o.tenant_id = r.tenant_id and o.source_kind = 'survey_response' and o.source_id = r.id
    ${inOrder}`.execute(db);
  // Along the list as well, but for words that were found by their index.
  const along = found ? sql`` : sql`order by r.answered_on desc, r.id desc`;
  const count = await countVerbatims(db, sql`${source} where ${where} ${along}`, holds);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: await toRows(db, tenantId, shown),
    nextCursor:
      rows.length > query.limit && last
        ? writeCursor("voice.verbatims", {
            key: `${last.answered_on} ${last.question_id}`,
            id: last.response_id,
          })
        : null,
    ...count,
  };
};

/** Closed rounds whose answers have no name; named so that nobody looks for them among a million others. */
const roundsWithoutNames = async (
  db: Db,
  tenantId: string,
  actor: Context["actor"],
): Promise<string[]> => {
  if (actor.visibility !== "all") return [];
  const rounds = await db
    .selectFrom("survey_round")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("is_anonymous", "=", true)
    .where("closed_at", "is not", null)
    .execute();
  return rounds.map(({ id }) => id);
};

const countVerbatims = async (
  db: Db,
  matching: RawBuilder<unknown>,
  holds: RawBuilder<boolean> | null,
): Promise<{ total: number; isTotalMore: boolean }> => {
  const read = sql.lit(holds ? mostRead + 1 : mostCounted + 1);
  const { rows } = await sql<{ read: number; total: number }>`
    select count(*)::int as read, count(*) filter (where holds)::int as total
    from (select ${holds ?? sql`true`} as holds from ${matching} limit ${read}) s`.execute(db);
  const { read: seen = 0, total = 0 } = rows[0] ?? {};
  return {
    total: Math.min(total, mostCounted),
    isTotalMore: total > mostCounted || (holds !== null && seen > mostRead),
  };
};

const toRows = async (db: Db, tenantId: string, rows: readonly Row[]): Promise<VerbatimRow[]> => {
  if (rows.length === 0) return [];
  const departmentIds = [...new Set(rows.flatMap(({ department_id }) => department_id ?? []))];
  const departments = await namesOf(db, tenantId, "department", departmentIds);
  const rounds = await askedRounds(db, tenantId, rows);
  return rows.map((row) => {
    const round = rounds.find(({ id }) => id === row.round_id);
    const isKnown = !row.is_anonymous;
    return {
      responseId: row.response_id,
      questionId: row.question_id,
      question: round?.questions.find(({ id }) => id === row.question_id)?.words ?? {},
      words: row.words,
      department: named(row.department_id, departments.get(row.department_id ?? "")),
      account: isKnown ? named(row.account_id, row.account_name) : null,
      person: isKnown ? named(row.person_id, row.person_name) : null,
      isRestricted: row.restricted_at !== null,
      isAnonymous: row.is_anonymous,
      answeredOn: row.answered_on,
      surveyTitle: round?.title ?? {},
      roundNumber: round?.number ?? 0,
      case:
        isKnown && row.case_id !== null && row.case_number !== null
          ? { id: row.case_id, number: row.case_number }
          : null,
      overall: isKnown ? overallOnWire(row.overall_kind, row.overall_score) : null,
    };
  });
};
