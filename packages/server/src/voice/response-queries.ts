import type { ResponseRow, ResponseView } from "@mainstay/contract/voice";
import type { BuyingRole } from "@mainstay/domain/buying-role/buying-role";
import type { BilingualWords, FrozenQuestion } from "@mainstay/domain/survey/frozen-question";
import { isDissatisfied } from "@mainstay/domain/survey/scale-score";
import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { named } from "../platform/http/named.ts";
import { listAnswers } from "../survey-response/answer-rows.ts";
import { namesOf } from "./round-tallies.ts";
import { counted } from "./shown-answers.ts";

interface ResponseRecord {
  id: string;
  account_id: string | null;
  account_name: string | null;
  person_id: string | null;
  person_name: string | null;
  title: BilingualWords;
  number: number;
  questions: FrozenQuestion[];
  buying_role: BuyingRole | null;
  answered_on: string;
  overall_kind: VoiceScale | null;
  overall_score: number | null;
  version: number;
  spoken: { questionId: string; words: string }[] | null;
}

/** The overall answer as screens show it. */
export const overallOnWire = (scale: VoiceScale | null, score: number | null) =>
  scale === null || score === null
    ? null
    : { scale, score, isDissatisfied: isDissatisfied(scale, score) };

/** Answers with a name, newest first; a person out of the reader's sight has no name. */
const findResponses = async (
  db: Db,
  tenantId: string,
  which: RawBuilder<boolean>,
  most: number,
): Promise<ResponseRecord[]> => {
  const { rows } = await sql<ResponseRecord>`
    select r.id, r.account_id, a.name as account_name, r.person_id, p.name as person_name, s.title, o.number, o.questions,
      r.buying_role, r.answered_on, r.overall_kind, r.overall_score, r.version,
      (select jsonb_agg(jsonb_build_object('questionId', w.question_id, 'words', w.words)) from survey_answer w
        where w.tenant_id = r.tenant_id and w.response_id = r.id and w.words is not null) as spoken
    from survey_response r
    join survey_round o on o.tenant_id = r.tenant_id and o.id = r.round_id
    join survey s on s.tenant_id = r.tenant_id and s.id = r.survey_id
    left join account a on a.tenant_id = r.tenant_id and a.id = r.account_id
    left join person p on p.tenant_id = r.tenant_id and p.id = r.person_id
    where r.tenant_id = ${tenantId}::uuid and not r.is_anonymous and ${counted} and ${which}
    order by r.answered_on desc, r.id desc limit ${most}`.execute(db);
  return rows;
};

const toRow = (record: ResponseRecord): ResponseRow => ({
  id: record.id,
  surveyTitle: record.title,
  roundNumber: record.number,
  person: named(record.person_id, record.person_name),
  buyingRole: record.buying_role,
  answeredOn: record.answered_on,
  overall: overallOnWire(record.overall_kind, record.overall_score),
  version: record.version,
  verbatims: (record.spoken ?? []).map(({ questionId, words }) => ({
    question: record.questions.find(({ id }) => id === questionId)?.words ?? {},
    words,
  })),
});

/** The newest answers of an account's people. */
export const listResponsesOf = async (
  db: Db,
  tenantId: string,
  accountId: string,
  most: number,
): Promise<ResponseRow[]> => {
  const which = sql<boolean>`r.account_id = ${accountId}::uuid`;
  return (await findResponses(db, tenantId, which, most)).map(toRow);
};

/** One answer as a whole; of an anonymous round none is ever shown by itself (`survey_response.not_found`). */
export const getResponseView = async (
  db: Db,
  tenantId: string,
  responseId: string,
): Promise<ResponseView> => {
  const [record] = await findResponses(db, tenantId, sql<boolean>`r.id = ${responseId}::uuid`, 1);
  if (!record) throw new AppError("survey_response.not_found");
  const answers = await listAnswers(db, tenantId, responseId);
  const said = new Set(answers.map(({ questionId }) => questionId));
  const asked = record.questions.filter(({ id }) => said.has(id));
  const ids = asked.flatMap(({ departmentId }) => departmentId ?? []);
  const departments = await namesOf(db, tenantId, "department", ids);
  return {
    ...toRow(record),
    account: named(record.account_id, record.account_name),
    questions: asked
      .toSorted((a, b) => a.position - b.position)
      .map(({ id, kind, words, options, rows, departmentId }) => ({
        id,
        kind,
        words,
        options: [...options],
        rows: [...rows],
        department: named(departmentId, departments.get(departmentId ?? "")),
      })),
    answers: answers.map((answer) => ({ ...answer, choices: [...answer.choices] })),
  };
};
