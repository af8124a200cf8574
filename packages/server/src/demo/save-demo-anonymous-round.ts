import { seededRandom } from "@mainstay/analytics/numeric/seeded-random";
import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { FrozenQuestion } from "@mainstay/domain/survey/frozen-question";
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { newId } from "../platform/clock/new-id.ts";
import { copyInto } from "../platform/db/copy-into.ts";
import type { CopyValue } from "../platform/db/copy-text.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { writeQuestions } from "../survey/survey-queries.ts";
import { demoAnonymousVerbatims } from "./demo-verbatims.ts";
import {
  answerColumns,
  answerRow,
  answersOf,
  demoSegmentOf,
  responseColumns,
} from "./save-demo-answers.ts";

const askedAtMost = 48;

const ask = (position: number, part: Partial<FrozenQuestion>): FrozenQuestion => ({
  id: newId(),
  position,
  kind: "text",
  words: {},
  options: [],
  rows: [],
  isRequired: false,
  isOverall: false,
  departmentId: null,
  segments: [],
  ...part,
});

/** A closed anonymous round: half of those asked answered; of one segment too few to be shown. */
export const saveDemoAnonymousRound = async (
  tx: Tx,
  tenantId: string,
  keyIds: readonly string[],
  day: DayNumber,
): Promise<void> => {
  const [surveyId, roundId] = [newId(), newId()];
  const openedOn = day - 70;
  const instant = (days: number) => `${isoFromDayNumber(openedOn + days)}T02:00:00Z`;
  const questions = [
    ask(1, {
      kind: "csat",
      isOverall: true,
      isRequired: true,
      words: {
        zh: "总体上，您对我们处理投诉的方式满意吗？",
        en: "Overall, how satisfied are you with how we handle complaints?",
      },
    }),
    ask(2, {
      kind: "ces",
      words: { zh: "让问题得到解决有多轻松？", en: "How easy was it to get a problem solved?" },
    }),
    ask(3, { words: { zh: "有什么话平时不方便说？", en: "What would you not say otherwise?" } }),
  ];
  await tx
    .insertInto("survey")
    .values({
      tenant_id: tenantId,
      id: surveyId,
      title: JSON.stringify({ zh: "投诉处理匿名调查", en: "Anonymous survey on complaints" }),
      introduction: JSON.stringify({
        zh: "想听真话，所以这份问卷是匿名的。",
        en: "We would like to hear it as it is, so this survey is anonymous.",
      }),
      status: "ended",
      is_anonymous: true,
      created_at: instant(-3),
      updated_at: instant(22),
    })
    .execute();
  await writeQuestions(tx, tenantId, surveyId, questions);
  await tx
    .insertInto("survey_round")
    .values({
      tenant_id: tenantId,
      id: roundId,
      survey_id: surveyId,
      number: 1,
      opened_on: isoFromDayNumber(openedOn),
      closes_on: isoFromDayNumber(openedOn + 21),
      seed: 7,
      eligible: askedAtMost,
      questions: JSON.stringify(questions),
      is_anonymous: true,
      closed_at: instant(22),
      created_at: instant(0),
    })
    .execute();
  const people = await sql<{ person_id: string; account_id: string }>`
    select p.person_id, p.account_id from "position" p
    join person n on n.tenant_id = p.tenant_id and n.id = p.person_id and not n.is_placeholder
    where p.tenant_id = ${tenantId}::uuid and p.account_id = any (${[...keyIds]}::uuid[]) and p.ends_on is null
    order by (array_position(${[...keyIds]}::uuid[], p.account_id) * 7) % 22, n.name, p.person_id limit ${askedAtMost}`.execute(
    tx,
  );
  const random = seededRandom(20_261_124);
  const few = { core: 14, high_potential: 9, maintain: 3 } as Record<string, number>;
  const invitations: CopyValue[][] = [];
  const segments: string[] = [];
  for (const { person_id, account_id } of people.rows) {
    const segment = demoSegmentOf(keyIds.indexOf(account_id));
    const isAnswered = (few[segment] ?? 0) > 0;
    if (isAnswered) {
      few[segment] = (few[segment] ?? 0) - 1;
      segments.push(segment);
    }
    const status = isAnswered ? "answered" : "sent";
    invitations.push([
      tenantId,
      newId(),
      roundId,
      account_id,
      person_id,
      status,
      isoFromDayNumber(openedOn),
      instant(0),
      instant(0),
    ]);
  }
  await copyInto(
    tx,
    "survey_invitation",
    "tenant_id id round_id account_id person_id status planned_on sent_at created_at".split(" "),
    invitations,
  );
  const responses: CopyValue[][] = [];
  const answers: CopyValue[][] = [];
  // Answers without a name keep no day: they have the first one of their round.
  const on = isoFromDayNumber(openedOn);
  for (const [index, segment] of segments.entries()) {
    const id = randomUUID();
    const words =
      index % 3 === 0
        ? demoAnonymousVerbatims[(index / 3) % demoAnonymousVerbatims.length]
        : undefined;
    const said = answersOf(questions, 0.35 + random.uniform() * 0.5, random, words ?? null).filter(
      (one) => one.kind !== "text" || words !== undefined,
    );
    const overall = said.find(({ questionId }) => questionId === questions[0]?.id)?.score ?? null;
    responses.push([
      tenantId,
      id,
      surveyId,
      roundId,
      null,
      null,
      null,
      null,
      segment,
      null,
      null,
      true,
      true,
      `${on}T00:00:00Z`,
      `${on}T00:00:00Z`,
      on,
      "zh-CN",
      overall === null ? null : "csat",
      overall,
    ]);
    answers.push(...said.map((one) => answerRow(tenantId, id, one)));
  }
  await copyInto(tx, "survey_response", responseColumns, responses);
  await copyInto(tx, "survey_answer", answerColumns, answers);
};
