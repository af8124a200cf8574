import {
  type DriverColumn,
  driversOf,
  leastForDrivers,
} from "@mainstay/analytics/driver/satisfaction-drivers";
import { scaleOfQuestion } from "@mainstay/domain/feedback-loop/dissatisfaction";
import type { BilingualWords, FrozenQuestion } from "@mainstay/domain/survey/frozen-question";
import { type VoiceScale, voiceScales } from "@mainstay/domain/survey/survey-kind";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";

interface AnswerRow {
  response_id: string;
  round_id: string;
  question_id: string;
  row_key: string;
  score: number;
}

/** The newest answers are enough, and keep the reckoning quick. */
const mostResponses = 1000;

/** Surveys answered in the window; how many answers stops at as many as are taken. */
const surveysOf = async (db: Db, tenantId: string, from: string, to: string) => {
  const { rows } = await sql<{ id: string; title: BilingualWords; answers: number }>`
    select s.id, s.title, p.answers from survey s cross join lateral (
      select count(*)::int as answers from (select 1 from survey_response r where r.tenant_id = ${tenantId}::uuid and r.survey_id = s.id
        and r.answered_on between ${from}::date and ${to}::date and r.is_complete and not r.is_anonymous and not r.is_suspect
        and r.overall_score is not null limit ${sql.lit(mostResponses + 1)}) few) p
    where s.tenant_id = ${tenantId}::uuid and p.answers > 0
    order by p.answers desc, s.created_at desc, s.id limit 30`.execute(db);
  return rows.map(({ answers, ...survey }) => ({
    ...survey,
    answers: Math.min(answers, mostResponses),
    isMore: answers > mostResponses,
  }));
};

const none = {
  scale: null,
  n: 0,
  complete: 0,
  leastN: leastForDrivers,
  isEnough: false,
  explained: null,
  drivers: [],
};

/**
 * 驱动因素 Which questions of one survey stand together with its overall score. Answers of one scale of the overall question
 * alone, the one most people answered; see `driversOf`.
 */
export const analyseDrivers = async (
  db: Db,
  tenantId: string,
  question: { surveyId?: string | undefined; from: string; to: string },
) => {
  const { from, to } = question;
  const surveys = await surveysOf(db, tenantId, from, to);
  const surveyId = question.surveyId ?? surveys[0]?.id ?? null;
  if (surveyId === null) return { surveys, surveyId, ...none };
  const { rows: responses } = await sql<{ id: string; kind: VoiceScale; score: number }>`
    select id, overall_kind as kind, overall_score as score from survey_response where tenant_id = ${tenantId}::uuid
      and survey_id = ${surveyId}::uuid and answered_on between ${from}::date and ${to}::date and is_complete and not is_anonymous and not is_suspect
      and overall_score is not null order by answered_on desc, id limit ${sql.lit(mostResponses)}`.execute(
    db,
  );
  const scale = voiceScales
    .map((one) => ({ one, n: responses.filter(({ kind }) => kind === one).length }))
    .toSorted((a, b) => b.n - a.n)[0];
  if (!scale || scale.n === 0) return { surveys, surveyId, ...none };
  const kept = responses.filter(({ kind }) => kind === scale.one);
  const place = new Map(kept.map(({ id }, index) => [id, index]));
  const { rows: rounds } = await sql<{ id: string; questions: FrozenQuestion[] }>`
    select id, questions from survey_round where tenant_id = ${tenantId}::uuid and survey_id = ${surveyId}::uuid
    order by number desc limit 12`.execute(db);
  const asked = new Map<string, FrozenQuestion>();
  const scales = new Map<string, VoiceScale | null>();
  for (const { id, questions } of rounds)
    for (const one of questions) {
      if (!asked.has(one.id)) asked.set(one.id, one);
      scales.set(`${id} ${one.id}`, scaleOfQuestion(one.kind, one.options.length));
    }
  const { rows: answers } = await sql<AnswerRow>`
    select a.response_id, r.round_id, a.question_id, a.row_key, a.score from survey_answer a
    join survey_response r on r.tenant_id = a.tenant_id and r.id = a.response_id
    where a.tenant_id = ${tenantId}::uuid and a.response_id = any(${kept.map(({ id }) => id)}::uuid[]) and a.score is not null`.execute(
    db,
  );
  const columns = new Map<string, DriverColumn & { questionId: string; row: string }>();
  for (const answer of answers) {
    const question = asked.get(answer.question_id);
    if (!question || question.isOverall) continue;
    // Asked on another scale before: those answers say nothing of how it is asked now.
    const scaleNow = scaleOfQuestion(question.kind, question.options.length);
    if (scales.get(`${answer.round_id} ${answer.question_id}`) !== scaleNow) continue;
    const key = `${answer.question_id}:${answer.row_key}`;
    let column = columns.get(key);
    if (!column) {
      const scores = new Float64Array(kept.length).fill(Number.NaN);
      column = { key, scores, questionId: answer.question_id, row: answer.row_key };
      columns.set(key, column);
    }
    const index = place.get(answer.response_id);
    if (index !== undefined) column.scores[index] = answer.score;
  }
  const found = driversOf(
    Float64Array.from(kept, ({ score }) => score),
    [...columns.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  );
  const departments = await departmentNames(db, tenantId);
  return {
    surveys,
    surveyId,
    scale: scale.one,
    n: found.n,
    complete: found.complete,
    leastN: leastForDrivers,
    isEnough: found.isEnough,
    explained: found.explained === null ? null : Math.min(1, found.explained),
    drivers: found.drivers.flatMap(({ key, correlation, share }) => {
      const column = columns.get(key);
      const one = column && asked.get(column.questionId);
      if (!column || !one) return [];
      const words = one.rows.find((row) => row.key === column.row);
      return [
        {
          questionId: column.questionId,
          row: column.row,
          words: one.words,
          rowWords: words
            ? { ...(words.zh && { zh: words.zh }), ...(words.en && { en: words.en }) }
            : null,
          department: named(
            one.departmentId,
            one.departmentId && (departments.get(one.departmentId) ?? null),
          ),
          n: correlation.n,
          correlation: correlation.r,
          interval: { low: correlation.low, high: correlation.high },
          share,
        },
      ];
    }),
  };
};

const departmentNames = async (db: Db, tenantId: string): Promise<Map<string, string>> => {
  const rows = await db
    .selectFrom("department")
    .select(["id", "name"])
    .where("tenant_id", "=", tenantId)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
};
