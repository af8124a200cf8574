import { serviceAnalysis } from "@mainstay/contract/service-analysis";
import type { FrozenQuestion } from "@mainstay/domain/survey/frozen-question";
import { beforeAll, expect, test } from "vitest";
import { sessionOf, type TestCaller } from "../platform/http/test-app.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeUser } from "../platform/test-world/make-tenant.ts";
import {
  type AnswerBench,
  answerBench,
  choices,
  makeRound,
  question,
  type TestRound,
} from "../survey-response/answer-test-bench.ts";

const window = { from: "2026-02-01", to: "2026-02-28" };
let bench: AnswerBench;
let director: TestCaller;
beforeAll(async () => {
  bench = await answerBench();
  director = await sessionOf(
    bench.app,
    bench.tenant,
    await makeUser(bench.world, bench.tenant, "director"),
  );
});

/** Somebody gives these scores, each to a question of the round. */
const give = async (
  { surveyId, roundId }: TestRound,
  overall: number,
  scores: readonly (readonly [FrozenQuestion, number])[],
) => {
  const { world, tenant, accountId } = bench;
  const responseId = await makeRow(world, tenant, "survey_response", {
    survey_id: surveyId,
    round_id: roundId,
    account_id: accountId,
    is_anonymous: false,
    is_complete: true,
    started_at: "2026-02-10T00:00:00Z",
    answered_at: "2026-02-10T00:00:00Z",
    answered_on: "2026-02-10",
    locale: "zh-CN",
    overall_kind: "nps",
    overall_score: overall,
  });
  await withTenant(world.database, tenant.scope, (tx) =>
    tx
      .insertInto("survey_answer")
      .values(
        scores.map(([{ id, kind, rows, departmentId }, score]) => ({
          tenant_id: tenant.tenantId,
          response_id: responseId,
          question_id: id,
          row_key: rows[0]?.key ?? "",
          kind,
          department_id: departmentId,
          score,
        })),
      )
      .execute(),
  );
};

test("a matrix counts on the scale its columns are: seven are no satisfaction of five", async () => {
  const departmentId = await makeRow(bench.world, bench.tenant, "department", { name: "交付部" });
  const matrix = (columns: number) =>
    question("matrix", {
      departmentId,
      rows: choices("r"),
      options: choices(...Array.from({ length: columns }, (_, i) => `c${i}`)),
    });
  const [five, seven, eleven] = [matrix(5), matrix(7), matrix(11)];
  const round = await makeRound(bench, [five, seven, eleven]);
  for (let i = 0; i < 6; i++)
    await give(round, 9, [
      [five, 5],
      [seven, 4],
      [eleven, 2],
    ]);
  const heat = async (scale: "csat" | "ces" | "nps") =>
    (await director(serviceAnalysis.satisfaction, { query: { ...window, scale } })).body.total;
  expect(await heat("csat")).toMatchObject({ n: 6, value: 1, mean: 5 });
  expect(await heat("ces")).toMatchObject({ n: 6, value: 0, mean: 4 });
  expect(await heat("nps")).toMatchObject({ n: 6, value: -100, mean: 2 });
});

test("a question that was asked on another scale before is a driver by its newest scale alone", async () => {
  const asked = question("csat");
  const before = await makeRound(bench, [asked], { number: 1, closed_at: "2026-02-01T00:00:00Z" });
  const now = { ...asked, kind: "ces" as const };
  const round = await makeRound(bench, [now], { number: 2 }, before.surveyId);
  for (let i = 0; i < 31; i++) {
    await give(before, 10 - (i % 5), [[asked, 1 + (i % 5)]]);
    await give(round, i % 7, [[now, 1 + (i % 7)]]);
  }
  const { body } = await director(serviceAnalysis.drivers, {
    query: { ...window, surveyId: before.surveyId },
  });
  expect(body.drivers).toMatchObject([{ n: 31, correlation: 1 }]);
});

test("days beyond ten years, or in the wrong order, are refused before anything is reckoned", async () => {
  const ages = { from: "0001-01-01", to: "9999-12-31" };
  const back = { from: "2026-02-02", to: "2026-02-01" };
  for (const query of [ages, back]) {
    expect((await director(serviceAnalysis.cases, { query })).status).toBe(400);
    expect((await director(serviceAnalysis.causes, { query })).status).toBe(400);
    expect((await director(serviceAnalysis.drivers, { query })).status).toBe(400);
    expect((await director(serviceAnalysis.satisfaction, { query })).status).toBe(400);
  }
  const compared = { ...window, beforeFrom: ages.from, beforeTo: ages.to };
  expect((await director(serviceAnalysis.cases, { query: compared })).status).toBe(400);
});
