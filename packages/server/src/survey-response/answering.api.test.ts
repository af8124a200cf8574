import { randomUUID } from "node:crypto";
import { surveyAnswering } from "@mainstay/contract/survey-response";
import { beforeAll, expect, test } from "vitest";
import { nobody } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import {
  type AnswerBench,
  answerBench,
  ask,
  choices,
  linkTo,
  makeRound,
  question,
} from "./answer-test-bench.ts";

let bench: AnswerBench;
beforeAll(async () => {
  bench = await answerBench();
});

const nps = question("nps", { isOverall: true, isRequired: true });
const words = question("text", { position: 2 });
const matrix = question("matrix", {
  position: 3,
  options: choices("1", "2", "3", "4", "5"),
  rows: choices("speed", "quality"),
});
const questions = [nps, words, matrix];
const score = (value: number) => ({ questionId: nps.id, score: value });
const say = (text: string) => ({ questionId: words.id, words: text });

const page = () => nobody(bench.app);
const look = (token: string) => page()(surveyAnswering.look, { body: { token } });
const save = (token: string, answers: object[]) =>
  page()(surveyAnswering.save, { body: { token, answers } as never });
const handIn = (token: string, answers: object[], more: object = {}) =>
  page()(surveyAnswering.complete, {
    body: { token, answers, clientRef: randomUUID(), seconds: 60, ...more } as never,
  });
const responses = (roundId: string) =>
  askTenant<Record<string, unknown>>(
    bench.world,
    bench.tenant,
    `select * from survey_response where round_id = '${roundId}'`,
  );

test("what was answered so far is there again, and counts once it is handed in", async () => {
  const round = await makeRound(bench, questions);
  const { token, personId, invitationId } = await ask(bench, round);
  expect((await look(token)).body).toMatchObject({ state: "open", answers: [], isWalkIn: false });
  expect((await save(token, [score(9), say("很好")])).status).toBe(204);
  expect((await save(token, [score(3)])).status).toBe(204);
  expect((await save(token, [score(3), say("")])).status).toBe(204);
  const seen = await look(token);
  expect(seen.body.answers).toEqual([
    { questionId: nps.id, rowKey: "", score: 3, choices: [], words: null },
  ]);
  expect(await responses(round.roundId)).toMatchObject([
    { is_complete: false, overall_score: null },
  ]);
  const answers = [
    score(2),
    say("交货太慢"),
    { questionId: matrix.id, rowKey: "speed", choices: ["2"] },
  ];
  expect(await handIn(token, answers)).toMatchObject({ status: 201, body: { mayChange: true } });
  const [kept] = await responses(round.roundId);
  expect(kept).toMatchObject({
    person_id: personId,
    is_complete: true,
    overall_kind: "nps",
    overall_score: 2,
    version: 1,
  });
  const rows = await askTenant(
    bench.world,
    bench.tenant,
    `select kind, row_key, score from survey_answer where response_id = '${kept!["id"]}' order by kind`,
  );
  expect(rows).toEqual([
    { kind: "matrix", row_key: "speed", score: 2 },
    { kind: "nps", row_key: "", score: 2 },
    { kind: "text", row_key: "", score: null },
  ]);
  expect(
    await askTenant(
      bench.world,
      bench.tenant,
      `select status from survey_invitation where id = '${invitationId}'`,
    ),
  ).toEqual([{ status: "answered" }]);
});

test("handing in again changes the answer, counts the version and leaves an audit row without words", async () => {
  const round = await makeRound(bench, questions);
  const { token } = await ask(bench, round);
  await handIn(token, [score(9), say("满意")]);
  await handIn(token, [score(9), say("满意")]);
  expect(await responses(round.roundId)).toMatchObject([{ version: 1 }]);
  expect((await look(token)).body.state).toBe("answered");
  await handIn(token, [score(4)]);
  const [kept] = await responses(round.roundId);
  expect(kept).toMatchObject({ version: 2, overall_score: 4 });
  const id = String(kept!["id"]);
  const changed = await auditOf(bench.world, bench.tenant, "survey_response.changed", id);
  expect(changed).toMatchObject([{ actor_user_id: null, detail: { version: 2 } }]);
  const first = await auditOf(bench.world, bench.tenant, "survey_response.handed_in", id);
  expect(JSON.stringify(first)).not.toContain("满意");
  expect((await save(token, [score(10)])).body.code).toBe("survey_response.handed_in");
});

test("role and influence are kept as they stood", async () => {
  const round = await makeRound(bench, questions);
  const { token } = await ask(bench, round, { role: "economic_buyer", influence: 5 });
  await handIn(token, [score(6)]);
  expect(await responses(round.roundId)).toMatchObject([
    { buying_role: "economic_buyer", influence: 5, overall_score: 6 },
  ]);
});

test("an anonymous answer keeps neither person nor invitation nor day nor hour, and is final", async () => {
  const round = await makeRound(bench, questions, { is_anonymous: true });
  const { token, invitationId } = await ask(bench, round);
  expect((await save(token, [score(1)])).body.code).toBe("survey_response.kept_on_device");
  const clientRef = randomUUID();
  const body = [score(1), say("不敢署名的话")];
  expect(await handIn(token, body, { clientRef })).toMatchObject({ body: { mayChange: false } });
  expect((await handIn(token, body, { clientRef })).status).toBe(201);
  const [kept, ...more] = await responses(round.roundId);
  expect(more).toEqual([]);
  expect(kept).toMatchObject({
    person_id: null,
    invitation_id: null,
    account_id: null,
    segment: null,
  });
  expect((kept!["answered_at"] as Date).toISOString()).toBe("2026-01-01T00:00:00.000Z");
  expect(kept!["answered_on"]).toBe("2026-01-01");
  expect(
    await askTenant(
      bench.world,
      bench.tenant,
      `select status, answered_at from survey_invitation where id = '${invitationId}'`,
    ),
  ).toEqual([{ status: "answered", answered_at: null }]);
  expect(await auditOf(bench.world, bench.tenant, "survey_response.handed_in", clientRef)).toEqual(
    [],
  );
  expect((await handIn(token, [score(10)])).body.code).toBe("survey_response.final");
  expect((await look(token)).body).toMatchObject({ state: "final", answers: [] });
});

test("an anonymous answer keeps its account where five people of it were asked", async () => {
  const round = await makeRound(bench, questions, { is_anonymous: true });
  const asked = [];
  for (const name of ["甲", "乙", "丙", "丁", "戊"]) asked.push(await ask(bench, round, { name }));
  await handIn(asked[0]!.token, [score(8)]);
  expect(await responses(round.roundId)).toMatchObject([{ account_id: bench.accountId }]);
});

test("of two who hand in one anonymous sheet at once, one does and the other is told it is final", async () => {
  const round = await makeRound(bench, questions, { is_anonymous: true });
  const { token } = await ask(bench, round);
  const both = await Promise.all([handIn(token, [score(1)]), handIn(token, [score(2)])]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await responses(round.roundId)).toHaveLength(1);
});

test("required questions, scales, choices and questions of others are checked", async () => {
  const round = await makeRound(bench, questions);
  const { token } = await ask(bench, round);
  expect((await handIn(token, [say("只有文字")])).body).toMatchObject({
    status: 422,
    code: "survey_response.required_missing",
    params: { questions: [1] },
  });
  const unfit = [
    { questionId: nps.id, words: "九" },
    { questionId: matrix.id, rowKey: "price", choices: ["1"] },
    { questionId: matrix.id, rowKey: "speed", choices: ["9"] },
    { questionId: randomUUID(), score: 3 },
    { questionId: words.id, score: 3 },
  ];
  for (const answer of unfit) {
    expect((await handIn(token, [score(5), answer])).status, JSON.stringify(answer)).toBe(422);
    expect((await save(token, [answer])).status).toBe(422);
  }
  expect((await handIn(token, [score(11)])).status).toBe(400);
  expect(await responses(round.roundId)).toEqual([]);
});

test("ten megabytes of text are refused, long words too, and HTML stays the text it is", async () => {
  const round = await makeRound(bench, questions);
  const { token } = await ask(bench, round);
  expect((await handIn(token, [score(5), say("字".repeat(3_400_000))])).status).toBe(413);
  expect((await handIn(token, [score(5), say("字".repeat(4001))])).status).toBe(400);
  const html = '<script>alert("1")</script> <b>好</b>';
  await handIn(token, [score(5), say(html)]);
  expect((await look(token)).body.answers).toContainEqual(expect.objectContaining({ words: html }));
});

test("a segment is asked its own questions only", async () => {
  const forCore = question("csat", { position: 4, segments: ["core"] });
  const round = await makeRound(bench, [...questions, forCore]);
  const { token } = await ask(bench, round);
  const { body } = await look(token);
  expect(body.questions.map(({ id }: { id: string }) => id)).toEqual(questions.map(({ id }) => id));
  expect((await handIn(token, [score(5), { questionId: forCore.id, score: 4 }])).status).toBe(422);
});

test("declining forgets what was begun and may be thought better of", async () => {
  const round = await makeRound(bench, questions);
  const { token, invitationId } = await ask(bench, round);
  await save(token, [score(1)]);
  const decline = () => page()(surveyAnswering.decline, { body: { token } });
  expect((await decline()).status).toBe(204);
  expect((await decline()).status).toBe(204);
  expect(await responses(round.roundId)).toEqual([]);
  expect((await look(token)).body).toMatchObject({ isDeclined: true, state: "open" });
  expect(
    await auditOf(bench.world, bench.tenant, "survey_invitation.declined", invitationId),
  ).toHaveLength(1);
  expect((await handIn(token, [score(7)])).status).toBe(201);
  expect((await decline()).body.code).toBe("survey_response.handed_in");
});

test("links that are closed, too old, taken back, guessed or of another workspace say so and show nothing", async () => {
  const over = await makeRound(bench, questions, { closes_on: "2026-01-02" });
  const { token: late } = await ask(bench, over);
  expect((await look(late)).body).toMatchObject({ status: 410, code: "survey_response.closed" });
  expect((await handIn(late, [score(5)])).body.code).toBe("survey_response.closed");
  const round = await makeRound(bench, questions);
  const { token, invitationId, personId } = await ask(bench, round);
  const old = await linkTo(bench, "survey_answer", invitationId, {
    accountId: bench.accountId,
    personId,
    expiresAt: new Date("2026-01-01T00:00:00Z"),
  });
  expect((await look(old)).body.code).toBe("public_link.expired");
  await askTenant(
    bench.world,
    bench.tenant,
    `update survey_invitation set status = 'dropped' where id = '${invitationId}' returning 1`,
  );
  const foreign = await answerBench();
  const secret = token.slice(token.indexOf(".") + 1);
  for (const wrong of [token, `${foreign.tenant.tenantId}.${secret}`, "x", ""]) {
    expect((await look(wrong)).body.code).toBe("public_link.invalid");
    expect((await handIn(wrong, [score(5)])).body.code).toBe("public_link.invalid");
  }
});

test("a link for everybody takes one answer a device, and sets programs' answers apart", async () => {
  const round = await makeRound(bench, questions);
  const token = await linkTo(bench, "survey_walk_in", round.roundId);
  expect((await look(token)).body).toMatchObject({ isWalkIn: true, state: "open" });
  const clientRef = randomUUID();
  for (let time = 0; time < 2; time++)
    expect((await handIn(token, [score(9)], { clientRef })).status).toBe(201);
  await handIn(token, [score(0)], { website: "http://spam.example" });
  await handIn(token, [score(0), say("太快")], { seconds: 0.2 });
  const kept = await responses(round.roundId);
  expect(kept.map((row) => row["is_suspect"]).sort()).toEqual([false, true, true]);
  expect(kept.every((row) => row["person_id"] === null && row["account_id"] === null)).toBe(true);
});

test("a flood is refused: by the minute first, then by what the link took in", async () => {
  const round = await makeRound(bench, questions);
  const token = await linkTo(bench, "survey_walk_in", round.roundId);
  const flood = await Promise.all(
    Array.from({ length: 40 }, () => handIn(token, [score(0)], { seconds: 0 })),
  );
  const refused = flood.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThanOrEqual(10);
  expect(refused[0]!.body.code).toBe("request.too_many");
  expect((await responses(round.roundId)).length).toBe(40 - refused.length);
  const full = await linkTo(bench, "survey_walk_in", round.roundId);
  await handIn(full, [score(5)]);
  await askTenant(
    bench.world,
    bench.tenant,
    "update survey_walk_in set answers = 20000, suspects = 2000 returning 1",
  );
  expect((await handIn(full, [score(5)])).body).toMatchObject({
    status: 429,
    code: "survey_response.walk_in_full",
  });
});
