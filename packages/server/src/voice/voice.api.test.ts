import { cases } from "@mainstay/contract/case";
import { voices } from "@mainstay/contract/voice";
import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { readXlsx } from "hucre/xlsx";
import { beforeAll, expect, test } from "vitest";
import { newId } from "../platform/clock/new-id.ts";
import { sessionOf } from "../platform/http/test-app.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makePerson } from "../platform/test-world/make-person.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { testDay } from "../platform/test-world/test-day.ts";
import { makeUser } from "../platform/test-world/make-tenant.ts";
import {
  type AnswerBench,
  answerBench,
  choices,
  makeRound,
  question,
  type TestRound,
} from "../survey-response/answer-test-bench.ts";

let bench: AnswerBench;
let departmentId: string;
let answeredOn: string;
const nps = question("nps", { isOverall: true });
beforeAll(async () => {
  bench = await answerBench();
  departmentId = await makeRow(bench.world, bench.tenant, "department", { name: "交付部" });
  const today = dayNumberFromIso(testDay()) ?? 0;
  answeredOn = isoFromDayNumber(today - 10);
});

const dayAfter = (on: string) => isoFromDayNumber((dayNumberFromIso(on) ?? 0) + 1);

interface Given {
  score?: number | null;
  words?: string;
  accountId?: string | null;
  personId?: string | null;
  more?: Record<string, unknown>;
  answers?: Record<string, unknown>[];
}

const give = async (round: TestRound, given: Given): Promise<string> => {
  const { world, tenant } = bench;
  const { score = 9, words, accountId = bench.accountId, personId = null, answers = [] } = given;
  const responseId = await makeRow(world, tenant, "survey_response", {
    survey_id: round.surveyId,
    round_id: round.roundId,
    account_id: accountId,
    person_id: personId,
    is_anonymous: false,
    is_complete: true,
    started_at: "2026-01-01T00:00:00Z",
    answered_at: "2026-01-01T00:00:00Z",
    answered_on: answeredOn,
    locale: "zh-CN",
    overall_kind: score === null ? null : "nps",
    overall_score: score,
    ...given.more,
  });
  const scored = score === null ? [] : [{ question_id: nps.id, kind: "nps", score }];
  const spoken = words ? [{ question_id: newId(), kind: "text", words }] : [];
  for (const answer of [...scored, ...spoken, ...answers]) {
    const columns = Object.keys(answer);
    const values = Object.values(answer).map((value) =>
      value === null
        ? "null"
        : typeof value === "number"
          ? value
          : `'${String(value).replaceAll("'", "''")}'`,
    );
    await askTenant(
      world,
      tenant,
      `insert into survey_answer (tenant_id, response_id, ${columns.join(", ")})
       values ('${tenant.tenantId}', '${responseId}', ${values.join(", ")}) returning 1`,
    );
  }
  return responseId;
};

const results = (round: TestRound, who = bench.director, query: object = {}) =>
  who(voices.round, { params: { roundId: round.roundId }, query });

test("a round's figures count whole answers alone, with interval, by question, department and account", async () => {
  const csat = question("csat", { position: 2, departmentId });
  const pick = question("single_choice", { position: 3, options: choices("a", "b") });
  const round = await makeRound(bench, [nps, csat, pick]);
  for (const score of [10, 9, 8, 6, 0])
    await give(round, {
      score,
      answers: [
        { question_id: csat.id, kind: "csat", score: 4, department_id: departmentId },
        { question_id: pick.id, kind: "single_choice", choices: score > 7 ? "{a}" : "{b}" },
      ],
    });
  await give(round, { score: 0, more: { is_complete: false } });
  await give(round, { score: 0, more: { is_suspect: true } });
  const { status, body } = await results(round);
  expect(status).toBe(200);
  expect(body).toMatchObject({ state: "shown", n: 5, partial: 1, suspects: 1 });
  expect(body.overall).toMatchObject({ n: 5, satisfied: 2, neither: 1, dissatisfied: 2, value: 0 });
  expect(body.overall.low).toBeLessThan(0);
  const [, second, third] = body.questions;
  expect(second).toMatchObject({ department: { name: "交付部" }, figure: { value: 1, mean: 4 } });
  expect(third.choices).toMatchObject([
    { key: "a", count: 3, share: 0.6 },
    { key: "b", count: 2, share: 0.4 },
  ]);
  expect(body.byDepartment).toMatchObject([
    { department: { name: "交付部" }, scale: "csat", n: 5 },
  ]);
  expect(body.byAccount).toMatchObject([{ account: { id: bench.accountId }, n: 5 }]);
});

test("fewer than five answers are shown as they are, without a percentage", async () => {
  const round = await makeRound(bench, [nps]);
  for (const score of [10, 2]) await give(round, { score });
  const { body } = await results(round);
  expect(body.overall).toMatchObject({ n: 2, value: null, low: null, mean: 6, dissatisfied: 1 });
});

test("an anonymous round is shown closed, from five answers on, to whom sees everything, and never sliced", async () => {
  const anonymous = { is_anonymous: true, account_id: null };
  const round = await makeRound(bench, [nps], { is_anonymous: true });
  for (const score of [10, 9, 8, 6]) await give(round, { score, accountId: null, more: anonymous });
  expect((await results(round)).body).toMatchObject({ state: "not_closed", overall: null, n: 0 });
  const close = `update survey_round set closed_at = now() where id = '${round.roundId}' returning 1`;
  await askTenant(bench.world, bench.tenant, close);
  expect((await results(round)).body).toMatchObject({ state: "too_few", questions: [] });
  await give(round, { score: 1, accountId: null, more: anonymous });
  expect((await results(round)).body).toMatchObject({ state: "shown", n: 5, byAccount: [] });
  expect((await results(round, bench.manager)).body).toMatchObject({ state: "not_yours", n: 0 });
  const sliced = await results(round, bench.director, { accountId: bench.accountId });
  expect(sliced.body.code).toBe("survey_response.no_slices");
});

test("of an anonymous round small segments hide with their next, and thinly answered questions whole", async () => {
  const text = question("csat", { position: 2 });
  const round = await makeRound(bench, [nps, text], {
    is_anonymous: true,
    closed_at: "2026-01-01T00:00:00Z",
  });
  const segments = [
    ...Array(3).fill("core"),
    ...Array(6).fill("develop"),
    ...Array(9).fill("maintain"),
  ];
  for (const [index, segment] of segments.entries())
    await give(round, {
      accountId: null,
      more: { is_anonymous: true, segment },
      answers: index < 4 ? [{ question_id: text.id, kind: "csat", score: 1 }] : [],
    });
  const { body } = await results(round);
  expect(body.bySegment).toMatchObject([
    { segment: "core", isHidden: true, n: 0, figure: null },
    { segment: "maintain", isHidden: false, n: 9 },
    { segment: "develop", isHidden: true, n: 0, figure: null },
  ]);
  expect(body.questions[1]).toMatchObject({ isHidden: true, n: 0, figure: null });
});

test("rounds follow one another on their own scales", async () => {
  const first = await makeRound(bench, [nps]);
  const csat = question("csat", { isOverall: true });
  const second = await makeRound(
    bench,
    [csat],
    { number: 2, opened_on: "2026-04-01" },
    first.surveyId,
  );
  for (let n = 0; n < 5; n++) {
    await give(first, { score: 10 });
    await give(second, {
      score: null,
      more: { overall_kind: "csat", overall_score: 5 },
    });
  }
  const { body } = await bench.director(voices.trend, { params: { surveyId: first.surveyId } });
  expect(body.points.map((point: { figure: object }) => point.figure)).toMatchObject([
    { scale: "nps", value: 100 },
    { scale: "csat", value: 1 },
  ]);
});

test("an account's score weighs its people and never averages a dissatisfied economic buyer away", async () => {
  const { world, tenant, manager } = bench;
  const round = await makeRound(bench, [nps]);
  const accountId = await makeAccount(world, tenant, {
    name: "望江船厂",
    manager_user_id: bench.managerId,
  });
  const make = async (name: string) => (await makePerson(world, tenant, accountId, name)).personId;
  for (const name of ["甲", "乙", "丙"])
    await give(round, {
      score: 10,
      accountId,
      personId: await make(name),
      more: { influence: 4, buying_role: "user" },
    });
  const buyer = await make("周总");
  const more = { influence: 5, buying_role: "economic_buyer" };
  const responseId = await give(round, {
    score: 3,
    words: "价格与承诺不符",
    accountId,
    personId: buyer,
    more,
  });
  const { body } = await manager(voices.accounts, { query: { search: "望江" } });
  expect(body).toMatchObject({ total: 1 });
  expect(body.items[0]).toMatchObject({
    n: 4,
    dissatisfied: 1,
    buyer: { person: { name: "周总" }, score: 3, isDissatisfied: true },
  });
  expect(body.items[0].mean).toBeCloseTo((120 + 30) / 22, 6);
  // Somebody else answers on another scale: the mean is of that scale from now on, the buyer stands where they stood.
  await give(round, {
    score: null,
    accountId,
    personId: await make("丁"),
    more: { overall_kind: "csat", overall_score: 5, answered_on: dayAfter(answeredOn) },
  });
  for (const query of [{ search: "望江" }, { search: "望江", buyer: "dissatisfied" as const }])
    expect((await manager(voices.accounts, { query })).body.items[0]).toMatchObject({
      scale: "csat",
      n: 1,
      mean: 5,
      buyer: { person: { name: "周总" }, scale: "nps", score: 3, isDissatisfied: true },
    });
  await askTenant(
    world,
    tenant,
    `delete from survey_response where account_id = '${accountId}' and overall_kind = 'csat' returning 1`,
  );
  const of = await manager(voices.ofAccount, { params: { accountId } });
  expect(of.body).toMatchObject({
    total: 4,
    voice: { scale: "nps" },
    rounds: [{ figure: { n: 4 } }],
  });
  const one = await manager(voices.response, { params: { responseId } });
  expect(one.body).toMatchObject({ person: { name: "周总" }, overall: { isDissatisfied: true } });
  const stranger = await sessionOf(bench.app, tenant, await makeUser(world, tenant, "manager"));
  expect((await stranger(voices.accounts, { query: { search: "望江" } })).body.total).toBe(0);
  expect((await stranger(voices.response, { params: { responseId } })).status).toBe(404);
  expect((await stranger(voices.ofAccount, { params: { accountId } })).status).toBe(404);
  const others = await answerBench();
  expect((await others.director(voices.response, { params: { responseId } })).status).toBe(404);
  expect(
    (await others.director(voices.round, { params: { roundId: round.roundId } })).body.code,
  ).toBe("survey.round_not_found");
});

const found = async (query: object, who = bench.director) => {
  const { body } = await who(voices.verbatims, { query });
  return body.items.map(({ words }: { words: string }) => words);
};

test("words are found by any part of them, Chinese or not, within one's own sight", async () => {
  const round = await makeRound(bench, [nps]);
  const { roundId } = round;
  const other = await makeAccount(bench.world, bench.tenant, { name: "别人的客户" });
  await give(round, { score: 2, words: "备件交付太慢，Hotline 没人接" });
  await give(round, { score: 9, words: "交付准时", accountId: other });
  await give(round, { score: 9, words: "<b>100%</b>_满意" });
  expect(await found({ roundId, search: "交付" })).toHaveLength(2);
  expect(await found({ roundId, search: "交付" }, bench.manager)).toEqual([
    "备件交付太慢，Hotline 没人接",
  ]);
  expect(await found({ roundId, search: "hotline" })).toHaveLength(1);
  expect(await found({ roundId, search: "慢" })).toHaveLength(1);
  expect(await found({ roundId, search: "h" })).toHaveLength(1);
  expect(await found({ roundId, search: "z" })).toEqual([]);
  expect(await found({ roundId, search: "0%</b>_" })).toEqual(["<b>100%</b>_满意"]);
  expect(await found({ roundId, search: "付交" })).toEqual([]);
  expect(await found({ roundId, feeling: "dissatisfied" })).toHaveLength(1);
  const first = await bench.director(voices.verbatims, { query: { roundId, limit: 2 } });
  expect(first.body.total).toBe(3);
  const cursor = first.body.nextCursor;
  const second = await bench.director(voices.verbatims, { query: { roundId, limit: 2, cursor } });
  expect(second.body.items).toHaveLength(1);
});

test("what a customer wrote is taken up as one case, which stands beside it from then on", async () => {
  const round = await makeRound(bench, [nps]);
  const sourceResponseId = await give(round, { score: 2, words: "等了三周" });
  const said = async () =>
    (await bench.director(voices.verbatims, { query: { roundId: round.roundId } })).body.items[0];
  expect((await said()).case).toBeNull();
  const take = (accountId: string) =>
    bench.director(cases.open, {
      params: { accountId },
      body: {
        kind: "complaint",
        level: "general",
        channel: "survey",
        title: "等了三周",
        sourceResponseId,
      },
    });
  const other = await makeAccount(bench.world, bench.tenant, { name: "另一家" });
  expect((await take(other)).body.code).toBe("survey_response.not_found");
  const { status, body } = await take(bench.accountId);
  expect(status).toBe(201);
  expect(body.source).toEqual({ kind: "survey_response", id: sourceResponseId });
  expect((await said()).case).toEqual({ id: body.id, number: body.number });
  expect((await take(bench.accountId)).body.code).toBe("case.source_taken");
});

test("words of an anonymous round stand without account and person, closed, of questions five people answered", async () => {
  const comment = question("text", { position: 2 });
  const thin = question("text", { position: 3, segments: ["core"] });
  const round = await makeRound(bench, [nps, comment, thin], { is_anonymous: true });
  const { roundId } = round;
  for (let n = 0; n < 5; n++)
    await give(round, {
      more: { is_anonymous: true },
      accountId: bench.accountId,
      answers: [
        { question_id: comment.id, kind: "text", words: "匿名的话" },
        ...(n < 4 ? [{ question_id: thin.id, kind: "text", words: "只问一个客群的话" }] : []),
      ],
    });
  expect(await found({ roundId })).toEqual([]);
  await askTenant(
    bench.world,
    bench.tenant,
    `update survey_round set closed_at = now() where id = '${roundId}' returning 1`,
  );
  const { body } = await bench.director(voices.verbatims, { query: { roundId } });
  expect(body.total).toBe(5);
  expect(body.items[0]).toMatchObject({ account: null, person: null, overall: null });
  expect(await found({ roundId, accountId: bench.accountId })).toEqual([]);
  expect(await found({ roundId, questionId: thin.id })).toEqual([]);
  expect(await found({ roundId }, bench.manager)).toEqual([]);
});

const file = (round: TestRound, query: object = {}, who = bench.director) =>
  who(voices.export, { params: { roundId: round.roundId }, query });

test("the export is harmless to spreadsheets, in the audit, and within one's own sight", async () => {
  const round = await makeRound(bench, [nps]);
  const { personId } = await makePerson(bench.world, bench.tenant, bench.accountId, "=1+1");
  await give(round, { words: '=HYPERLINK("http://evil")', personId });
  const { status, bytes } = await file(round);
  expect(status).toBe(200);
  const text = bytes.toString("utf8");
  expect(text).toContain("'=HYPERLINK");
  for (const line of text.split("\r\n")) expect(line).not.toMatch(/(^|,)"?[=@+]/);
  const { sheets } = await readXlsx((await file(round, { format: "xlsx" })).bytes);
  expect(sheets[0]?.rows).toHaveLength(3);
  const rows = await askTenant(
    bench.world,
    bench.tenant,
    `select 1 from audit where act = 'survey_response.exported' and subject_id = '${round.roundId}'`,
  );
  expect(rows).toHaveLength(2);
});

test("an anonymous export has no lines that belong together, and none of questions fewer than five answered", async () => {
  const thin = question("csat", { position: 2 });
  const round = await makeRound(bench, [nps, thin], { is_anonymous: true });
  for (let n = 0; n < 5; n++)
    await give(round, {
      accountId: bench.accountId,
      more: { is_anonymous: true, segment: "core" },
      answers: n < 4 ? [{ question_id: thin.id, kind: "csat", score: 1 }] : [],
    });
  expect((await file(round)).body.code).toBe("survey_response.not_shown");
  await askTenant(
    bench.world,
    bench.tenant,
    `update survey_round set closed_at = now() where id = '${round.roundId}' returning 1`,
  );
  const lines = (await file(round)).bytes.toString("utf8").trim().split("\r\n");
  expect(lines).toHaveLength(6);
  expect(lines.join()).not.toContain("江城重工");
  expect(lines.slice(1).every((line) => line.startsWith(",匿名,,,"))).toBe(true);
});
