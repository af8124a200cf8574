import { beforeEach, expect, test } from "vitest";
import { makeMember } from "../platform/test-world/make-chain.ts";
import { makePerson } from "../platform/test-world/make-person.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { type CycleSignalBench, cycleSignalBench, day, today } from "./cycle-signal-test-bench.ts";

let bench: CycleSignalBench;
let numbers = 0;
beforeEach(async () => {
  bench = await cycleSignalBench();
});

const at = (on: string, hour = 10) =>
  new Date(`${on}T${String(hour).padStart(2, "0")}:00:00+08:00`);
const openCase = (columns: object = {}) =>
  makeRow(bench.world, bench.tenant, "service_case", {
    number: ++numbers,
    account_id: bench.accountId,
    kind: "complaint",
    level: "general",
    title: "送货晚了",
    channel: "phone",
    first_responder_id: bench.managerId,
    policy_version: 0,
    opened_at: at(day(-3)),
    reply_due_at: at(day(-2)),
    solve_due_at: at(day(-1)),
    ...columns,
  });
const promise = async (columns: object = {}) =>
  makeRow(bench.world, bench.tenant, "promise", {
    account_id: bench.accountId,
    title: "下周三前给方案",
    department_id: await makeRow(bench.world, bench.tenant, "department", {
      name: `交付${++numbers}`,
    }),
    made_on: day(-20),
    due_on: day(-2),
    first_due_on: day(-2),
    ...columns,
  });
const survey = () =>
  makeRow(bench.world, bench.tenant, "survey", { title: JSON.stringify({ zh: "季度问卷" }) });
const askOn = async (surveyId: string, number: number, on: string) =>
  makeRow(bench.world, bench.tenant, "survey_round", {
    survey_id: surveyId,
    number,
    opened_on: on,
    closes_on: day(14, on),
    seed: 1,
    questions: "[]",
    is_anonymous: false,
  });
const answer = async (
  surveyId: string,
  roundId: string,
  on: string,
  score: number,
  columns: object = {},
) => {
  const { personId } = await makePerson(bench.world, bench.tenant, bench.accountId, "答卷人");
  return makeRow(bench.world, bench.tenant, "survey_response", {
    survey_id: surveyId,
    round_id: roundId,
    account_id: bench.accountId,
    person_id: personId,
    is_anonymous: false,
    is_complete: true,
    started_at: at(on),
    answered_at: at(on),
    answered_on: on,
    locale: "zh-CN",
    overall_kind: "nps",
    overall_score: score,
    ...columns,
  });
};
const kinds = async () => (await bench.open()).map(({ kind }) => kind);

test("a complaint past its hour is raised by its level, and cleared once it is solved", async () => {
  const id = await openCase({ replied_at: at(day(-3), 11) });
  await openCase({ kind: "question" });
  await bench.round(day(-2));
  expect(await bench.open()).toEqual([]);
  await bench.round();
  expect(await bench.open()).toMatchObject([
    {
      kind: "complaint_overdue",
      severity: "watch",
      reason: { params: { cases: 1, level: "general", dueOn: day(-1), hours: 38 } },
      evidence: [{ kind: "case", number: 1 }],
    },
  ]);
  await bench.sql(`update service_case set level = 'urgent' where id = '${id}'`);
  await bench.round();
  expect(await bench.open()).toMatchObject([{ severity: "critical" }]);
  await bench.sql(
    `update service_case set status = 'solved', solved_at = '${at(today).toISOString()}' where id = '${id}'`,
  );
  await bench.round(day(1));
  expect(await bench.signals()).toMatchObject([{ status: "resolved", outcome: "cleared" }]);
});

test("not answered in time is overdue too, though there is time left to solve it", async () => {
  await openCase({ solve_due_at: at(day(9)) });
  await bench.round();
  expect(await bench.open()).toMatchObject([
    { kind: "complaint_overdue", reason: { params: { dueOn: day(-2) } } },
  ]);
});

test("three complaints within a quarter, or one that came back twice, say that the cause is still there", async () => {
  const quiet = { solve_due_at: at(day(9)), reply_due_at: at(day(9)), replied_at: at(day(-3)) };
  await openCase(quiet);
  await openCase({ ...quiet, kind: "fault" });
  await openCase({ ...quiet, opened_at: at(day(-200)) });
  await bench.round();
  expect(await kinds()).toEqual([]);
  await openCase(quiet);
  await bench.round();
  expect(await bench.open()).toMatchObject([
    {
      kind: "complaint_repeated",
      severity: "act",
      reason: { params: { cases: 3, reopened: 0, withinDays: 90 } },
    },
  ]);
  await bench.sql("delete from service_case");
  await openCase({ ...quiet, reopened: 2 });
  await bench.round(day(1));
  expect((await bench.open())[0]?.reason.params).toMatchObject({ cases: 1, reopened: 1 });
});

test("a promise past its day is raised, one kept clears it, one given up is said for two months", async () => {
  const id = await promise();
  await promise({ due_on: day(5), first_due_on: day(5) });
  await bench.round();
  expect(await bench.open()).toMatchObject([
    {
      kind: "promise_broken",
      severity: "watch",
      reason: { params: { late: 1, broken: 0, dueOn: day(-2), days: 2 } },
      evidence: [{ kind: "promise", label: "下周三前给方案", number: 2 }],
    },
  ]);
  await bench.sql(`update promise set status = 'kept', done_on = '${today}' where id = '${id}'`);
  await bench.round();
  expect(await bench.open()).toEqual([]);
  await promise({ status: "broken", updated_at: at(today, 1) });
  await bench.round();
  expect(await bench.open()).toMatchObject([
    { severity: "act", reason: { params: { late: 0, broken: 1 } } },
  ]);
  await bench.round(day(61));
  expect((await bench.open()).map(({ reason }) => reason.params["broken"])).toEqual([0]);
});

test("a fall between two askings on one scale is raised; another scale or an anonymous answer is not compared", async () => {
  const surveyId = await survey();
  const before = await askOn(surveyId, 1, day(-100));
  const newest = await askOn(surveyId, 2, day(-9));
  await answer(surveyId, before, day(-95), 9);
  await answer(surveyId, newest, day(-5), 3, { overall_kind: "csat" });
  await bench.round();
  expect(await kinds()).toEqual([]);
  await answer(surveyId, newest, day(-4), 8);
  await bench.round();
  expect(await kinds()).toEqual([]);
  await answer(surveyId, newest, day(-3), 6);
  await bench.round();
  expect(await bench.open()).toMatchObject([
    {
      kind: "satisfaction_dropped",
      severity: "act",
      reason: {
        params: { scale: "nps", from: 9, to: 7, fromAnswers: 1, toAnswers: 2, answeredOn: day(-3) },
      },
    },
  ]);
  await bench.round(day(200));
  expect(await kinds()).toEqual([]);
});

test("one detractor who decides is an alarm, whatever the others say, until the same person says otherwise", async () => {
  const surveyId = await survey();
  const round = await askOn(surveyId, 1, day(-9));
  for (const score of [10, 10, 10]) await answer(surveyId, round, day(-3), score);
  const personId = await makeMember(bench.world, bench.tenant, bench.accountId, {
    name: "钱总",
    role: "economic_buyer",
  });
  await answer(surveyId, round, day(-2), 6, { person_id: personId });
  await bench.round();
  expect(await bench.open()).toMatchObject([
    {
      kind: "economic_buyer_dissatisfied",
      severity: "critical",
      reason: { params: { people: 1, scale: "nps", score: 6, answeredOn: day(-2) } },
      evidence: [{ kind: "survey_score", personId }],
    },
  ]);
  await answer(surveyId, await askOn(surveyId, 2, day(-1)), day(-1), 9, { person_id: personId });
  await bench.round();
  expect(await kinds()).not.toContain("economic_buyer_dissatisfied");
});

test("switched off, none of them is raised", async () => {
  await openCase();
  await promise();
  await bench.publish({ off: ["complaint_overdue", "promise_broken"] });
  await bench.round();
  expect(await bench.open()).toEqual([]);
});
