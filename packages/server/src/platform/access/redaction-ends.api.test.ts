import { assessments } from "@mainstay/contract/assessment";
import { consents } from "@mainstay/contract/consent";
import type { Endpoint } from "@mainstay/contract/endpoint/endpoint";
import { allEndpoints } from "@mainstay/contract/endpoints";
import { facts } from "@mainstay/contract/fact";
import { pairLevels } from "@mainstay/contract/pair-level";
import { ties } from "@mainstay/contract/tie";
import { factKinds, factRules } from "@mainstay/domain/fact/fact-kind";
import { influenceQuestions } from "@mainstay/domain/influence/suggest-influence";
import { stanceQuestions } from "@mainstay/domain/stance/suggest-stance";
import { beforeAll, expect, test } from "vitest";
import { buildApp } from "../../app.ts";
import { terminalJobContext } from "../../cli/import-job-context.ts";
import { enter, consentTo, purpose } from "../../fact/fact-test-bench.ts";
import { taskRegistry } from "../../tasks.ts";
import type { App } from "../http/app.ts";
import { sampleInput, sampleQuery } from "../http/sample-input.ts";
import { sessionOf, type TestCaller, testConfig } from "../http/test-app.ts";
import type { JobContext } from "../jobs/job-registry.ts";
import { createLog } from "../log/create-log.ts";
import { askTenant } from "../test-world/ask-tenant.ts";
import { makeUser } from "../test-world/make-tenant.ts";
import { privateWorld, type TestWorld } from "../test-world/test-world.ts";
import { type CanaryWorld, makeCanaryWorld } from "./canary-world.ts";
import { tablesHolding } from "./tables-holding.ts";
import { textOfAnswer } from "./text-of-answer.ts";

let app: App;
let world: TestWorld;
let planted: CanaryWorld;
let manager: TestCaller;
let officer: TestCaller;
const logged: string[] = [];
const log = createLog("trace", { write: (line) => void logged.push(line) });

/** The only places where what describes a person may lie in the database. */
const homes = new Set([
  "fact",
  "stance_assessment",
  "influence_assessment",
  "style_assessment",
  "coach_test",
  "pair_level",
  "tie",
  "stored_file",
]);
const strays = async (pattern: string) =>
  (await tablesHolding(world, pattern)).filter((name) => !homes.has(name));

beforeAll(async () => {
  world = await privateWorld();
  app = await buildApp({ database: world.database, config: testConfig(), log });
  planted = await makeCanaryWorld(world, app.keyRing, {
    role: "manager",
    visibility: "all",
    scopes: null,
  });
  const { tenant, actor } = planted;
  manager = await sessionOf(app, tenant, actor.userId);
  officer = await sessionOf(app, tenant, await makeUser(world, tenant, "compliance"));
});

const codeOf = (what: string): string => {
  const found = [...planted.canaries.byCode.values()].find((canary) => canary.what === what);
  if (!found) throw new Error(`nothing is planted as ${what}`);
  return found.code;
};

/** Every read of the near person and account, as one text for each endpoint. */
const everythingRead = async (caller: TestCaller) => {
  const texts: [string, string][] = [];
  const { personId, accountId } = planted.near;
  const choose = (name: string) =>
    name === "accountId" ? accountId : (planted.ids[name] ?? personId);
  for (const endpoint of allEndpoints.filter(({ method }) => method === "GET") as Endpoint[]) {
    const { params } = sampleInput(endpoint, choose);
    const query = sampleQuery(endpoint, choose, "spare");
    const { bytes } = await caller(endpoint, { params, query } as object);
    texts.push([endpoint.id, textOfAnswer(bytes)]);
  }
  return texts;
};
const whereRead = async (code: string) => {
  const texts = [...(await everythingRead(manager)), ...(await everythingRead(officer))];
  return texts.filter(([, text]) => text.includes(code)).map(([id]) => id);
};
const jobContext = (): JobContext => ({
  ...terminalJobContext(world.database, planted.tenant.tenantId, "/nowhere"),
  log,
});

test("no job carries what describes a person into signals, tasks, measures, the audit or the queue", async () => {
  const { tenantId } = planted.tenant;
  const accountIds = [planted.near.accountId, planted.far.accountId];
  const idle = new Set(["check_import", "commit_import", "undo_import", "generate_demo_portfolio"]);
  const personal = [...planted.canaries.byCode.values()].filter(
    ({ factClass, only, isSealed }) => factClass !== "B" && only === null && !isSealed,
  );
  const pattern = personal.map(({ code }) => code).join("|");
  expect(personal.length).toBeGreaterThan(100);
  for (const [name, job] of Object.entries(taskRegistry)) {
    if (idle.has(name)) continue;
    const payload = { tenantId, accountIds, trigger: "demand", userId: planted.actor.userId };
    await (job as (payload: object, context: JobContext) => Promise<void>)(payload, jobContext());
  }
  const texts: string[] = await tablesHolding(world, pattern);
  expect(texts.length).toBeGreaterThan(5);
  expect(texts.filter((table) => !homes.has(table))).toEqual([]);
  expect(await tablesHolding(world, "zs[0-9]{4}qz")).toEqual([]);
  expect(logged.filter((line) => /z[qs]\d{4}qz/i.test(line))).toEqual([]);
}, 300_000);

test("the night deletes a fact whose time is over, for good", async () => {
  expect(await tablesHolding(world, codeOf("expired hometown value"))).toEqual([]);
  expect(await whereRead(codeOf("expired hometown value"))).toEqual([]);
});

test("a withdrawn consent takes its facts away at once: from every read, every file and every table", async () => {
  for (const kind of ["hometown", "itinerary"] as const) {
    const place = factKinds.indexOf(kind);
    const consentId = planted.atNear.consentIds[place] ?? "";
    const source = codeOf(`near ${kind} source`);
    expect((await whereRead(source)).length).toBeGreaterThan(1);
    const headers = { "if-match": "*" };
    const answer = await manager(consents.withdraw, { params: { consentId }, body: {}, headers });
    expect(answer.status).toBe(200);
    expect(await whereRead(source)).toEqual([]);
    expect(await tablesHolding(world, source)).toEqual([]);
    const left = await askTenant(
      world,
      planted.tenant,
      `select 1 from fact where consent_id = '${consentId}'`,
    );
    expect(left).toEqual([]);
  }
}, 300_000);

test("a person whose use is restricted is described to nobody but compliance", async () => {
  const code = codeOf("restricted stance evidence");
  const { restingId } = planted;
  const holds = async (caller: TestCaller) => {
    for (const endpoint of allEndpoints.filter(
      ({ path, method }) => method === "GET" && path.includes(":personId"),
    )) {
      const { params } = sampleInput(endpoint, () => restingId);
      if (textOfAnswer((await caller(endpoint, { params } as object)).bytes).includes(code))
        return true;
    }
    return false;
  };
  expect(await holds(manager)).toBe(false);
  expect(await holds(officer)).toBe(true);
});

test("what is written through the interface lies where it belongs, and nowhere beside: no audit, queue or log", async () => {
  const { accountId, personId, otherPersonId } = planted.far;
  const mark = "zq9[0-9]{3}qz";
  let count = 9000;
  const code = () => `Zq${++count}Qz`;
  const answers = (questions: readonly { id: string; answers: readonly string[] }[]) =>
    questions.map(({ id, answers: [first = ""] }) => ({ question: id, answer: first }));
  const statuses: (readonly [string, number])[] = [];
  const note = (what: string, { status, body }: { status: number; body: { code?: string } }) =>
    statuses.push([status < 300 ? what : `${what} ${body.code}`, status < 300 ? 200 : status]);
  for (const kind of factKinds.filter(
    (one) => factRules[one].shape === "words" && factRules[one].class === "P",
  )) {
    const consentId = await consentTo(world, planted.tenant, otherPersonId, [kind]);
    const value = { shape: "words", words: code() } as const;
    note(
      kind,
      await enter(manager, otherPersonId, {
        kind,
        value,
        basis: "consent",
        consentId,
        purpose,
        source: code(),
      }),
    );
  }
  const params = { accountId, personId };
  note(
    "stance",
    await manager(assessments.assessStance, {
      params,
      body: { stance: "opponent", answers: answers(stanceQuestions), evidence: code() },
    }),
  );
  note(
    "influence",
    await manager(assessments.assessInfluence, {
      params,
      body: { influence: 5, answers: answers(influenceQuestions), evidence: code() },
    }),
  );
  note(
    "pair",
    await manager(pairLevels.add, {
      params: { accountId },
      body: { userId: planted.actor.userId, personId, currentLevel: 2, note: code() } as never,
    }),
  );
  note(
    "tie",
    await manager(ties.draw, {
      params: { accountId },
      body: {
        kind: "conflict",
        fromPersonId: otherPersonId,
        toPersonId: personId,
        evidence: code(),
      },
    }),
  );
  const read = (await manager(facts.dossier, { params: { personId: otherPersonId } })).body;
  expect(JSON.stringify(read)).toMatch(/Zq9\d{3}Qz/);
  expect(statuses.filter(([, status]) => status !== 200)).toEqual([]);
  expect(await strays(mark)).toEqual([]);
  expect(logged.filter((line) => /zq9\d{3}qz/i.test(line))).toEqual([]);
}, 300_000);
