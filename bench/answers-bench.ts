import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { BenchLine } from "../packages/analytics/bench/bench-line.ts";
import { openBenchWorkspace } from "./bench-workspace.ts";
import { type AskedRound, makeAskedRound, makeVerbatims } from "./make-answers.ts";
import { ask, quantile, timesOf } from "./measure-http.ts";

const minutes = 3;
const aMinute = 1000;
const verbatims = Number(process.env["BENCH_VERBATIMS"] ?? 1_000_000);
/** Each of these opens a case with its clocks, its loop and its notifications. */
const dissatisfiedInHundred = Number(process.env["BENCH_DISSATISFIED"] ?? 20);
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

const post = (
  origin: string,
  path: string,
  body: unknown,
): Promise<{ status: number; ms: number }> =>
  new Promise((resolve, reject) => {
    const begun = performance.now();
    const sent = request(
      `${origin}/api/v1${path}`,
      { agent, method: "POST", headers: { "content-type": "application/json" } },
      (answer) => {
        answer.resume();
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 0, ms: performance.now() - begun }),
        );
      },
    );
    sent.on("error", reject);
    sent.end(JSON.stringify(body));
  });

/** A whole visit: the page is opened, half of it saved on the way, all of it handed in. */
const visit = async (origin: string, round: AskedRound, token: string, place: number) => {
  const { overall, text, others } = round.questionIds;
  const isLow = place % 100 < dissatisfiedInHundred;
  const answers = [
    { questionId: overall, score: isLow ? 3 : 7 + (place % 4) },
    { questionId: text, words: `第 ${place} 位客户的话：交货还可以更准` },
    ...others.map((questionId, index) => ({
      questionId,
      score: isLow && index === 0 ? 2 : 3 + ((place + index) % 3),
    })),
  ];
  const looked = await post(origin, "/survey-answers/look", { token });
  const saved = await post(origin, "/survey-answers/save", { token, answers: answers.slice(0, 5) });
  const done = await post(origin, "/survey-answers", {
    token,
    answers,
    clientRef: randomUUID(),
    seconds: 60,
  });
  return { looked, saved, done };
};

/** A thousand answers a minute for three minutes while results are read; none may be lost. Then the search of words. */
export const benchAnswers = async (): Promise<BenchLine[]> => {
  const space = await openBenchWorkspace({ PUBLIC_REQUESTS_PER_MINUTE: "0" });
  const client = new pg.Client({ connectionString: space.adminUrl });
  await client.connect();
  try {
    const people = minutes * aMinute;
    const round = await makeAskedRound(client, space.tenantId, people);
    const handIns: number[] = [];
    const reads: number[] = [];
    let acknowledged = 0;
    let refused = 0;
    const begun = performance.now();
    let isOver = false;
    const reading = (async () => {
      const paths = [
        `/voice/rounds/${round.roundId}`,
        "/voice/verbatims?limit=50",
        "/voice/accounts?limit=50",
        `/voice/surveys/${round.surveyId}/trend`,
      ];
      for (let index = 0; !isOver; index++) {
        const answer = await ask(space, paths[index % paths.length] ?? "");
        if (answer.status !== 200) refused += 1;
        reads.push(answer.ms);
        await sleep(500);
      }
    })();
    const visits = round.tokens.map(async (token, place) => {
      await sleep((place * 60_000) / aMinute);
      // Whoever is refused presses the button again, as a person would.
      for (let tries = 0; tries < 5; tries++) {
        const { looked, saved, done } = await visit(space.origin, round, token, place);
        handIns.push(done.ms);
        const isSaved = saved.status === 204 || tries > 0;
        if (looked.status === 200 && isSaved && done.status === 201) {
          acknowledged += 1;
          return;
        }
        refused += 1;
        await sleep(2000);
      }
    });
    await Promise.all(visits);
    const seconds = (performance.now() - begun) / 1000;
    isOver = true;
    await reading;
    const { rows } = await client.query<{ answered: number; whole: number }>(
      `select count(distinct r.person_id)::int as answered,
         count(*) filter (where (select count(*) from survey_answer a where a.tenant_id = r.tenant_id and a.response_id = r.id) = 10)::int as whole
       from survey_response r join survey_invitation i on i.tenant_id = r.tenant_id and i.id = r.invitation_id and i.person_id = r.person_id
       where r.tenant_id = $1 and r.round_id = $2 and r.is_complete and i.status = 'answered'`,
      [space.tenantId, round.roundId],
    );
    const { answered = 0, whole = 0 } = rows[0] ?? {};
    const lost = people - Math.min(acknowledged, answered, whole);
    await makeVerbatims(client, space.tenantId, round, verbatims);
    const found = (more: Record<string, string>) =>
      timesOf(space, 40, () => `/voice/verbatims?${new URLSearchParams({ limit: "50", ...more })}`);
    const rare = await found({ search: "联合开发" });
    const everyday = await found({ search: "交货" });
    const sentence = await found({ search: "备件等了两周" });
    const digits = await found({ search: "999" });
    const letter = await found({ search: "z" });
    const nothing = await found({ search: "不存在的词" });
    const low = await found({ feeling: "dissatisfied" });
    const all = await found({});
    const line = (name: string, times: readonly number[], limitSeconds: number): BenchLine => ({
      name: `${name}, p95`,
      rows: verbatims,
      seconds: quantile(times, 0.95) / 1000,
      limitSeconds,
      note: `p50 ${quantile(times, 0.5).toFixed(0)} ms`,
    });
    return [
      {
        name: `${people} answers handed in at ${aMinute} a minute, ${lost} lost`,
        rows: people,
        seconds,
        // Three minutes, and the last visit of its own.
        limitSeconds: lost === 0 ? minutes * 60 + 5 : 0,
        note: `${acknowledged} acknowledged, ${refused} refusals on the way, ${answered} people in the database, ${whole} with all ten answers; ${dissatisfiedInHundred} in 100 open a case`,
      },
      {
        name: "hand in one sheet while results are read, p95",
        rows: people,
        seconds: quantile(handIns, 0.95) / 1000,
        limitSeconds: 1,
        note: `p50 ${quantile(handIns, 0.5).toFixed(0)} ms, slowest ${Math.max(...handIns).toFixed(0)} ms`,
      },
      {
        name: "results read meanwhile, p95",
        rows: reads.length,
        seconds: quantile(reads, 0.95) / 1000,
        limitSeconds: 1,
        note: `p50 ${quantile(reads, 0.5).toFixed(0)} ms`,
      },
      line("words found, a rare one (100 hits)", rare, 0.2),
      line("words found, everyday (every sixth answer)", everyday, 0.2),
      line("words found, a sentence (every sixth answer)", sentence, 0.2),
      line("words found, three digits (3,700 hits)", digits, 0.2),
      line("words found, a letter nobody wrote", letter, 0.2),
      line("words found, none", nothing, 0.2),
      line("words of the dissatisfied", low, 0.2),
      line("all words, newest first, counted to a thousand", all, 0.2),
    ];
  } finally {
    await client.end();
    await space.end();
  }
};
