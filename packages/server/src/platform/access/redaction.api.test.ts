import { consents } from "@mainstay/contract/consent";
import { subjectPackets } from "@mainstay/contract/subject-packet";
import { facts } from "@mainstay/contract/fact";
import type { Endpoint } from "@mainstay/contract/endpoint/endpoint";
import { allEndpoints } from "@mainstay/contract/endpoints";
import { tokenScopes } from "@mainstay/domain/access/token-scope";
import { type UserRole, userRoles, visibilities } from "@mainstay/domain/user/user-role";
import { beforeAll, expect, test } from "vitest";
import { buildApp } from "../../app.ts";
import { createLog } from "../log/create-log.ts";
import type { App } from "../http/app.ts";
import { sampleInput, sampleQuery } from "../http/sample-input.ts";
import { nobody, sessionOf, type TestCaller, testConfig, tokenOf } from "../http/test-app.ts";
import { type TestWorld, testWorld } from "../test-world/test-world.ts";
import { mayHold, sealedPattern } from "./canary.ts";
import { type ActorWanted, type CanaryWorld, makeCanaryWorld } from "./canary-world.ts";
import { tablesHolding } from "./tables-holding.ts";
import { textOfAnswer } from "./text-of-answer.ts";

let app: App;
let world: TestWorld;
const logged: string[] = [];
beforeAll(async () => {
  world = await testWorld();
  const log = createLog("trace", { write: (line) => void logged.push(line) });
  app = await buildApp({ database: world.database, config: testConfig(), log });
});

/** What only the reveal act and the packet of compliance may show in clear. */
const revealing = new Set(["facts.reveal", ...Object.values(subjectPackets).map(({ id }) => id)]);
/** What takes away comes after what works with it, and leaving last of all; writing a survey anew gives its questions new ids. */
const turn = ({ id, method }: Endpoint) => {
  if (id === "sessions.signOut") return 4;
  if (method === "DELETE") return 3;
  if (/^(sessions|users)\./.test(id)) return 2;
  return id.startsWith("surveys.") ? 1 : 0;
};
const reads = allEndpoints.filter(({ method }) => method === "GET");
const writes = allEndpoints
  .filter(({ method }) => method !== "GET")
  .sort((a, b) => turn(a) - turn(b));

/** Which endpoints answered somebody, and which canaries somebody saw where. */
const answered = new Map<string, Set<number>>();
const seen = new Set<string>();
const expected = new Set<string>();

type Place = "near" | "far";

/** Every id is the planted workspace's: at the near or at the far account. */
const chooser = (planted: CanaryWorld, place: Place) => (name: string) => {
  const own: Record<string, string> = { ...planted.ids, ...planted[place] };
  if (name === "factId")
    return planted[place === "near" ? "atNear" : "atFar"].sealedFactIds[0] ?? "";
  if (name === "consentId")
    return planted[place === "near" ? "atNear" : "atFar"].consentIds[0] ?? "";
  if (own[name]) return own[name] ?? "";
  if (name.endsWith("PositionId")) return own.positionId ?? "";
  if (name.endsWith("UserId")) return own.userId ?? "";
  if (/accountId/i.test(name) || name === "parentId") return own.accountId ?? "";
  return own.personId ?? "";
};

/** Walks every endpoint as one caller and answers what should not have been seen. */
const walk = async (caller: TestCaller, planted: CanaryWorld, who: string, mayAnything = true) => {
  const leaks = new Set<string>();
  const look = async (endpoint: Endpoint, input: object, where: string) => {
    const answer = await caller(endpoint, { headers: { "if-match": "*" }, ...input } as object);
    const statuses = answered.get(endpoint.id) ?? new Set();
    answered.set(endpoint.id, statuses.add(answer.status));
    const text = `${textOfAnswer(answer.bytes)}\n${JSON.stringify(answer.headers)}`;
    for (const canary of planted.canaries.foundIn(text)) {
      if (canary.isSealed && !revealing.has(endpoint.id)) {
        leaks.add(`SEALED ${canary.what} at ${endpoint.id} ${where} for ${who}`);
      }
      if (mayAnything && mayHold(planted.actor, canary)) seen.add(canary.what);
      else leaks.add(`${canary.what} at ${endpoint.id} ${where} for ${who}`);
    }
  };
  const anyCode = [...planted.canaries.byCode.keys()];
  for (const endpoint of reads) {
    for (const place of ["near", "far"] as const) {
      const choose = chooser(planted, place);
      if (place === "far" && !endpoint.path.includes(":")) continue;
      const { params } = sampleInput(endpoint, choose);
      await look(endpoint, { params, query: sampleQuery(endpoint, choose, "spare") }, place);
      if (place === "far" || endpoint.download === "application/pdf" || !endpoint.query) continue;
      const query = sampleQuery(endpoint, choose, "full");
      if (query && "q" in query) query.q = anyCode[1];
      await look(endpoint, { params, query }, "near, every filter");
    }
  }
  const { restingId } = planted;
  for (const endpoint of reads.filter(({ path }) => path.includes(":personId"))) {
    const { params } = sampleInput(endpoint, () => restingId);
    await look(
      endpoint,
      { params, query: sampleQuery(endpoint, () => restingId, "spare") },
      "resting",
    );
  }
  const [restingConsent = ""] = planted.resting.consentIds;
  await look(consents.evidence, { params: { consentId: restingConsent } }, "resting");
  for (const factId of [
    ...planted.atNear.sealedFactIds,
    ...planted.atFar.sealedFactIds,
    ...planted.resting.sealedFactIds,
  ]) {
    await look(facts.reveal, { params: { factId }, body: { reason: "讨论行程安排" } }, "reveal");
  }
  for (const endpoint of writes) {
    const { params, body } = sampleInput(endpoint, chooser(planted, "near"));
    await look(endpoint, { params, body }, "write");
  }
  return [...leaks];
};

// What a team sees differs from one's own by the accounts alone: those who may do most show it for all.
const showsTeam = (role: UserRole) =>
  role === "manager" || role === "director" || role === "compliance";
const sessions: ActorWanted[] = userRoles.flatMap((role) =>
  visibilities
    .filter((visibility) => visibility !== "team" || showsTeam(role))
    .map((visibility) => ({ role, visibility, scopes: null })),
);
const tokens: ActorWanted[] = (["manager", "sponsor", "compliance"] as const).flatMap((role) =>
  [tokenScopes, tokenScopes.filter((scope) => scope !== "personal")].map((scopes) => ({
    role,
    visibility: "all" as const,
    scopes,
  })),
);
const nameOf = ({ role, visibility, scopes }: ActorWanted) => {
  const personal = scopes?.includes("personal") ? "with" : "without";
  return `${role} who sees ${visibility}${scopes === null ? "" : ` by a token ${personal} personal`}`;
};

test.each([...sessions, ...tokens].map((wanted) => [nameOf(wanted), wanted] as const))(
  "%s is shown nothing beyond their classes and accounts, whatever they ask",
  async (who, wanted) => {
    const planted = await makeCanaryWorld(world, app.keyRing, wanted);
    for (const { what } of planted.canaries.byCode.values()) expected.add(what);
    const { userId } = planted.actor;
    const caller =
      wanted.scopes === null
        ? await sessionOf(app, planted.tenant, userId)
        : await tokenOf(app, planted.tenant, userId, [...wanted.scopes]);
    expect(await walk(caller, planted, who)).toEqual([]);
  },
  300_000,
);

test("nobody and another workspace's compliance are shown nothing at all", async () => {
  const wanted: ActorWanted = { role: "compliance", visibility: "all", scopes: null };
  const planted = await makeCanaryWorld(world, app.keyRing, wanted);
  const elsewhere = await makeCanaryWorld(world, app.keyRing, wanted);
  const other = await sessionOf(app, elsewhere.tenant, elsewhere.actor.userId);
  const blind = await walk(nobody(app), planted, "nobody", false);
  // The other workspace has canaries of its own under the same codes; only ids of this one are asked for.
  const leaks: string[] = [];
  for (const endpoint of reads.filter(({ path }) => path.includes(":"))) {
    for (const place of ["near", "far"] as const) {
      const choose = chooser(planted, place);
      const { params } = sampleInput(endpoint, choose);
      const query = sampleQuery(endpoint, choose, "spare");
      const { status, bytes } = await other(endpoint, { params, query } as object);
      const found = planted.canaries.foundIn(textOfAnswer(bytes));
      if (found.length > 0) leaks.push(`${endpoint.id} ${status} ${found[0]?.what}`);
    }
  }
  expect([...blind, ...leaks]).toEqual([]);
}, 300_000);

test("each canary was seen by somebody who may, so that the walk can fail", () => {
  const unseen = [...expected].filter((what) => !seen.has(what) && !what.startsWith("expired"));
  expect(unseen).toEqual([]);
});

/** Endpoints that need more than a planted record to answer; each with its reason. */
const unreached = new Map([
  ["singleSignOn.start", "needs a provider on the network; its own test starts one"],
  ["singleSignOn.check", "asks the provider on the network; its own test starts one"],
  ["calendarFeeds.read", "needs the secret of a feed; its own test fetches one"],
  ["incomingHooks.receive", "needs the secret of a hook; its own test pushes to one"],
  ["mailSettings.check", "asks a mail server on the network; its own test starts one"],
  ["robots.check", "posts to the platform on the network; its own test has one"],
  ["secondFactors.confirm", "answers 401 to every code that is not the right one"],
]);

test("the walk reaches every endpoint: each read answered somebody, each write got past the door", () => {
  const silent = allEndpoints.filter(({ id, method }) => {
    const isReached = (status: number) =>
      method === "GET" ? status === 200 : ![401, 403, 404].includes(status) && status < 500;
    return ![...(answered.get(id) ?? [])].some(isReached);
  });
  expect([...answered].filter(([, statuses]) => statuses.has(500)).map(([id]) => id)).toEqual([]);
  const words = ({ id }: Endpoint) => `${id} ${[...(answered.get(id) ?? [])].join()}`;
  expect(silent.filter(({ id }) => !unreached.has(id)).map(words)).toEqual([]);
  expect(silent.map(({ id }) => id)).toEqual(expect.arrayContaining([...unreached.keys()]));
});

test("no sensitive value stands in clear in any table, queue or log line", async () => {
  expect(await tablesHolding(world, "zs[0-9]{4}qz")).toEqual([]);
  expect(logged.filter((line) => sealedPattern.test(line))).toEqual([]);
});
