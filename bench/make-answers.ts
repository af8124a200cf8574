import { randomUUID } from "node:crypto";
import type { TenantId } from "../packages/domain/src/tenant/tenant-id.ts";
import type pg from "pg";
import {
  hashSecret,
  newSecret,
  writeDotted,
} from "../packages/server/src/platform/access/credential.ts";

/** A round with its questions, and a link for each of the people asked. */
export interface AskedRound {
  readonly surveyId: string;
  readonly roundId: string;
  readonly questionIds: {
    readonly overall: string;
    readonly text: string;
    readonly others: readonly string[];
  };
  readonly tokens: readonly string[];
}

const questionOf = (id: string, position: number, kind: string, isOverall = false) => ({
  id,
  position,
  kind,
  words: { zh: `第 ${position} 题`, en: `Question ${position}` },
  options: [],
  rows: [],
  isRequired: isOverall,
  isOverall,
  departmentId: null,
  segments: [],
});

/** Accounts with people who are asked, as the superuser writes them: a survey of ten questions, a link each. */
export const makeAskedRound = async (
  client: pg.Client,
  tenantId: string,
  people: number,
): Promise<AskedRound> => {
  const [surveyId, roundId] = [randomUUID(), randomUUID()];
  const ids = Array.from({ length: 10 }, () => randomUUID());
  const [overall = "", text = "", ...others] = ids;
  const questions = [
    questionOf(overall, 1, "nps", true),
    questionOf(text, 10, "text"),
    ...others.map((id, index) => questionOf(id, index + 2, "csat")),
  ];
  await client.query(
    `insert into survey (tenant_id, id, title, introduction, thanks, status) values ($1, $2, $3, $4, '{}', 'running')`,
    [
      tenantId,
      surveyId,
      JSON.stringify({ zh: "季度满意度调查", en: "Quarterly survey" }),
      JSON.stringify({ zh: "大约需要两分钟。", en: "It takes about two minutes." }),
    ],
  );
  await client.query(
    `insert into survey_round (tenant_id, id, survey_id, number, opened_on, closes_on, seed, questions, is_anonymous)
     values ($1, $2, $3, 1, '2026-01-01', '2999-01-01', 1, $4, false)`,
    [tenantId, roundId, surveyId, JSON.stringify(questions)],
  );
  const secrets = Array.from({ length: people }, () => newSecret());
  await client.query(
    `with asked as (
       select gen_random_uuid() as account_id, gen_random_uuid() as person_id, gen_random_uuid() as invitation_id,
         n, hash from unnest($3::bytea[]) with ordinality as t (hash, n)
     ), accounts as (
       insert into account (tenant_id, id, name, search_text) select $1, account_id, '客户' || n, '客户' || n from asked
     ), persons as (
       insert into person (tenant_id, id, name) select $1, person_id, '联系人' || n from asked
     ), invitations as (
       insert into survey_invitation (tenant_id, id, round_id, account_id, person_id, status, planned_on)
       select $1, invitation_id, $2, account_id, person_id, 'sent', '2026-01-01' from asked
     )
     insert into public_link (tenant_id, id, purpose, token_hash, subject_id, account_id, person_id, expires_at)
     select $1, gen_random_uuid(), 'survey_answer', hash, invitation_id, account_id, person_id, '2999-01-01' from asked`,
    [tenantId, roundId, secrets.map((secret) => hashSecret(secret))],
  );
  await client.query("analyze account, person, survey_invitation, public_link");
  return {
    surveyId,
    roundId,
    questionIds: { overall, text, others },
    tokens: secrets.map((secret) => writeDotted(tenantId as TenantId, secret)),
  };
};

const atOnce = 50_000;

/**
 * Verbatims of a year, of the accounts that are there. What the trigger would work out for each row is worked out once for each
 * of the thirty sentences and for the number behind it; the index of words is made anew afterwards.
 */
export const makeVerbatims = async (
  client: pg.Client,
  tenantId: string,
  round: AskedRound,
  count: number,
): Promise<void> => {
  const { rows: indexes } = await client.query<{ name: string; text: string }>(
    `select indexname as name, indexdef as text from pg_indexes where tablename = 'survey_answer'
       and indexname not in (select conname from pg_constraint)`,
  );
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await client.query("set session_replication_role = replica");
  await client.query("set synchronous_commit = off");
  await client.query("set maintenance_work_mem = '512MB'");
  await client.query(
    `create temporary table bench_person as select account_id, person_id, (row_number() over ())::int - 1 as place
     from survey_invitation where tenant_id = $1 and person_id is not null`,
    [tenantId],
  );
  await client.query(
    `create temporary table bench_sentence as select place, text, bigrams_of(text) as bigrams from (
       select g as place, (array['交货时间希望再准一些', '现场工程师很负责', '报价单改了四版才对', '备件等了两周', '质量一直稳定',
         '希望节假日也能找到人'])[1 + g % 6] || '，' || (array['流程太长', '沟通顺畅', '价格偏高', '培训有用', '资料不全'])[1 + g % 5] || '，编号' as text
       from generate_series(0, 29) g) s`,
  );
  const { rows: people } = await client.query<{ n: number }>(
    "select count(*)::int as n from bench_person",
  );
  await client.query("analyze bench_person, bench_sentence");
  for (let from = 1; from <= count; from += atOnce) {
    await client.query(
      `with given as (
         select gen_random_uuid() as id, g, g % $6::int as place, (random() * 10)::int as score
         from generate_series($7::int, least($7::int + ${atOnce} - 1, $4::int)) g
       ), responses as (
         insert into survey_response (tenant_id, id, survey_id, round_id, account_id, person_id, is_anonymous, is_complete,
           started_at, answered_at, answered_on, locale, overall_kind, overall_score, segment)
         select $1, given.id, $2, $3, people.account_id, people.person_id, false, true, now(), now(), current_date - (g % 365), 'zh-CN',
           'nps', score, (array['core', 'high_potential', 'maintain', 'develop'])[1 + g % 4]
         from given join bench_person people on people.place = given.place
       )
       insert into survey_answer (tenant_id, response_id, question_id, kind, words, search_text, search_bigrams)
       select $1, id, $5, 'text', text || rest, text || rest, bigrams || bigrams_of(rest)
       from (select id, text, bigrams, g || (case when g % 9973 = 0 then '，想要联合开发新规格' else '' end) as rest
         from given join bench_sentence on bench_sentence.place = given.g % 30) said`,
      [
        tenantId,
        round.surveyId,
        round.roundId,
        count,
        round.questionIds.text,
        people[0]?.n ?? 1,
        from,
      ],
    );
  }
  for (const { text } of indexes) await client.query(text);
  await client.query("set session_replication_role = origin");
  await client.query("vacuum analyze survey_response, survey_answer");
};
