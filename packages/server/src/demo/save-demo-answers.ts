import { type SeededRandom, seededRandom } from "@mainstay/analytics/numeric/seeded-random";
import { scaleOfQuestion } from "@mainstay/domain/feedback-loop/dissatisfaction";
import { type FrozenQuestion, isScored } from "@mainstay/domain/survey/frozen-question";
import { isDissatisfied, isSatisfied, scaleEnds } from "@mainstay/domain/survey/scale-score";
import { sql } from "kysely";
import { newId } from "../platform/clock/new-id.ts";
import { arrayText } from "../platform/db/array-text.ts";
import { copyInto } from "../platform/db/copy-into.ts";
import type { CopyValue } from "../platform/db/copy-text.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { demoBuyerVerbatim, demoVerbatims } from "./demo-verbatims.ts";

interface Asked {
  readonly invitation_id: string;
  readonly round_id: string;
  readonly survey_id: string;
  readonly account_id: string;
  readonly person_id: string;
  readonly case_id: string | null;
  readonly answered_at: Date;
  readonly questions: FrozenQuestion[];
  readonly buying_role: string | null;
  readonly influence: number | null;
  readonly is_running: boolean;
}

/** How the key accounts feel, 0 … 1, by their place; they differ as customers do. */
const moods = [0.82, 0.7, 0.9, 0.55, 0.76, 0.3, 0.85, 0.66, 0.72, 0.48, 0.88, 0.6];

const moodOf = (place: number): number => moods[place % moods.length] ?? 0.7;

export const demoSegmentOf = (place: number): string =>
  place < 12 ? "core" : place < 18 ? "high_potential" : "maintain";

/**
 * What the people said whom the demo's rounds asked: accounts that differ in mood, words from a part of them, one economic
 * buyer who is dissatisfied among content colleagues, and an anonymous round with a slice too small to be shown.
 */
export const saveDemoAnswers = async (
  tx: Tx,
  tenantId: string,
  keyIds: readonly string[],
): Promise<void> => {
  const quietId = await letBuyerAnswer(tx, tenantId, keyIds);
  const { rows } = await sql<Asked>`
    select i.id as invitation_id, i.round_id, o.survey_id, i.account_id, i.person_id, i.case_id, i.answered_at, o.questions,
      o.closed_at is null as is_running,
      (select b.role from buying_role b where b.tenant_id = i.tenant_id and b.account_id = i.account_id
        and b.person_id = i.person_id order by (b.role = 'economic_buyer') desc, b.project_id nulls first limit 1) as buying_role,
      (select f.influence from influence_assessment f where f.tenant_id = i.tenant_id and f.account_id = i.account_id
        and f.person_id = i.person_id order by f.assessed_on desc, f.id desc limit 1) as influence
    from survey_invitation i join survey_round o on o.tenant_id = i.tenant_id and o.id = i.round_id
    where i.tenant_id = ${tenantId}::uuid and i.status = 'answered' and i.person_id is not null and not o.is_anonymous
    order by o.opened_on, array_position(${[...keyIds]}::uuid[], i.account_id), i.answered_at, i.id`.execute(
    tx,
  );
  const random = seededRandom(20_261_123);
  const responses: CopyValue[][] = [];
  const answers: CopyValue[][] = [];
  for (const asked of rows) {
    const place = Math.max(0, keyIds.indexOf(asked.account_id));
    const isHardBuyer =
      asked.account_id === quietId && asked.buying_role === "economic_buyer" && asked.is_running;
    const mood = isHardBuyer ? 0.22 : moodOf(place);
    const id = newId();
    const said = answersOf(asked.questions, mood, random, isHardBuyer ? demoBuyerVerbatim : null);
    const overall = asked.questions.find(({ isOverall }) => isOverall);
    const score = said.find(({ questionId }) => questionId === overall?.id)?.score ?? null;
    const at = asked.answered_at.toISOString();
    responses.push([
      tenantId,
      id,
      asked.survey_id,
      asked.round_id,
      asked.invitation_id,
      asked.account_id,
      asked.person_id,
      asked.case_id,
      demoSegmentOf(place),
      asked.buying_role,
      asked.influence,
      false,
      true,
      at,
      at,
      at.slice(0, 10),
      "zh-CN",
      score === null ? null : (overall?.kind ?? null),
      score,
    ]);
    answers.push(...said.map((one) => answerRow(tenantId, id, one)));
  }
  await copyInto(tx, "survey_response", responseColumns, responses);
  await copyInto(tx, "survey_answer", answerColumns, answers);
};

export const responseColumns =
  "tenant_id id survey_id round_id invitation_id account_id person_id case_id segment buying_role influence is_anonymous is_complete started_at answered_at answered_on locale overall_kind overall_score".split(
    " ",
  );
export const answerColumns =
  "tenant_id response_id question_id row_key kind department_id score choices words".split(" ");

export interface DemoAnswer {
  readonly questionId: string;
  readonly rowKey: string;
  readonly kind: string;
  readonly departmentId: string | null;
  readonly score: number | null;
  readonly choices: readonly string[];
  readonly words: string | null;
}

export const answerRow = (tenantId: string, responseId: string, one: DemoAnswer): CopyValue[] => [
  tenantId,
  responseId,
  one.questionId,
  one.rowKey,
  one.kind,
  one.departmentId,
  one.score,
  arrayText(one.choices),
  one.words,
];

/** A step of a scale for a mood, with what differs between people. */
const stepOf = (low: number, high: number, mood: number, random: SeededRandom): number => {
  const felt = mood + (random.uniform() - 0.5) * 0.3;
  return Math.min(high, Math.max(low, Math.round(low + felt * 1.08 * (high - low))));
};

/** Deliveries are what customers of the demo are least content with, as the promises say too; people and quality most. */
const leanings = [
  ["交付", -0.16],
  ["技术", 0.05],
  ["质量", 0.1],
  ["沟通", 0.14],
] as const;

const leaningOf = ({ words }: FrozenQuestion): number =>
  leanings.find(([about]) => words.zh?.includes(about))?.[1] ?? 0;

const pick = <One>(all: readonly One[], random: SeededRandom): One | undefined =>
  all[Math.floor(random.uniform() * all.length)];

/** What somebody in this mood answers to a round's questions. */
export const answersOf = (
  questions: readonly FrozenQuestion[],
  mood: number,
  random: SeededRandom,
  ownWords: string | null,
): DemoAnswer[] => {
  const overall = questions.find(({ isOverall }) => isOverall);
  const scale = overall && isScored(overall.kind) ? overall.kind : "nps";
  const score = stepOf(scaleEnds[scale].low, scaleEnds[scale].high, mood, random);
  const feeling = isDissatisfied(scale, score)
    ? "dissatisfied"
    : isSatisfied(scale, score)
      ? "satisfied"
      : "neither";
  return questions.flatMap((question): DemoAnswer[] => {
    const { id, kind, departmentId, options, rows } = question;
    const empty = {
      questionId: id,
      rowKey: "",
      kind,
      departmentId,
      score: null,
      choices: [],
      words: null,
    };
    if (question === overall) return [{ ...empty, score }];
    if (isScored(kind)) {
      const { low, high } = scaleEnds[kind];
      return [{ ...empty, score: stepOf(low, high, mood + leaningOf(question), random) }];
    }
    if (kind === "text") {
      const words =
        ownWords ?? (random.uniform() < 0.55 ? pick(demoVerbatims[feeling], random) : null);
      return words ? [{ ...empty, words }] : [];
    }
    if (kind === "matrix") {
      const columns = scaleOfQuestion(kind, options.length);
      return rows.map((row) => {
        const place = Math.min(options.length - 1, Math.floor(random.uniform() * options.length));
        const chosen = options[place]?.key ?? "";
        const low = columns === null ? null : scaleEnds[columns].low + place;
        return { ...empty, rowKey: row.key, choices: [chosen], score: low };
      });
    }
    const first = pick(options, random)?.key;
    const second = kind === "multiple_choice" ? pick(options, random)?.key : undefined;
    const choices = [...new Set([first, second].flatMap((key) => key ?? []))];
    return choices.length === 0 ? [] : [{ ...empty, choices }];
  });
};

/**
 * The economic buyer of one content account has answered the running round: of the first one whose buyer was asked. The
 * account, or null when none was asked.
 */
const letBuyerAnswer = async (
  tx: Tx,
  tenantId: string,
  keyIds: readonly string[],
): Promise<string | null> => {
  const content = keyIds.filter((_, place) => moodOf(place) > 0.8);
  const { rows } = await sql<{ account_id: string }>`
    with buyer as (
      select i.id, i.account_id, array_position(${content}::uuid[], i.account_id) as place
      from survey_invitation i join survey_round o on o.tenant_id = i.tenant_id and o.id = i.round_id
      join survey s on s.tenant_id = o.tenant_id and s.id = o.survey_id
      where i.tenant_id = ${tenantId}::uuid and i.account_id = any(${content}::uuid[]) and o.closed_at is null
        and not o.is_anonymous and s.rhythm = 'quarterly'
        and exists (select 1 from buying_role b where b.tenant_id = i.tenant_id and b.account_id = i.account_id
          and b.person_id = i.person_id and b.role = 'economic_buyer'))
    update survey_invitation i set status = 'answered', answered_at = coalesce(i.answered_at, i.created_at + interval '2 days'),
      opened_at = coalesce(i.opened_at, i.created_at + interval '2 days'), sent_at = coalesce(i.sent_at, i.created_at)
    from buyer where i.tenant_id = ${tenantId}::uuid and i.id = buyer.id and buyer.place = (select min(place) from buyer)
    returning i.account_id`.execute(tx);
  return rows[0]?.account_id ?? null;
};
