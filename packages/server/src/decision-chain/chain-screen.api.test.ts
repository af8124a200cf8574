import { assessments } from "@mainstay/contract/assessment";
import {
  type ChainPerson,
  type DecisionChain,
  decisionChains,
} from "@mainstay/contract/decision-chain";
import { pairLevels } from "@mainstay/contract/pair-level";
import { beforeAll, expect, test } from "vitest";
import { sessionOf, tokenOf } from "../platform/http/test-app.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import {
  type ChainBench,
  chainBench,
  coachSentences,
  decidesAnswers,
  driverAnswers,
} from "./chain-test-bench.ts";

const secret = "只有同事知道的一句话";
let bench: ChainBench;
let boss: string;
let clerk: string;

beforeAll(async () => {
  bench = await chainBench();
  [boss, clerk] = [await bench.person("老板"), await bench.person("职员")];
  const params = { accountId: bench.accountId, personId: boss };
  await bench.setRole(boss, { role: "economic_buyer" });
  await bench.setRole(clerk, {
    role: "coach",
    coachTests: coachSentences.map((one) => ({ ...one, evidence: secret })),
  });
  await bench.assess(boss, { stance: "ally", evidence: secret });
  await bench.manager(assessments.assessInfluence, {
    params,
    body: { influence: 5, answers: decidesAnswers, evidence: secret },
  });
  await bench.manager(assessments.assessStyle, {
    params,
    body: { style: "driver", answers: driverAnswers, evidence: secret },
  });
  await bench.manager(pairLevels.add, {
    params: { accountId: bench.accountId },
    body: { userId: bench.managerId, personId: boss, currentLevel: 3, note: secret },
  });
  await bench.person("路人");
  await bench.person("财务总监（未知）", { is_placeholder: true, placeholder_since: "2026-11-01" });
});

const look = (who = bench.manager) =>
  who(decisionChains.get, { params: { accountId: bench.accountId } });
const standing = (who = bench.manager, personId = boss) =>
  who(decisionChains.standing, { params: { personId } });

test("members stand by weight, then everybody else who works there", async () => {
  const { body } = await look();
  const chain = body as DecisionChain;
  expect(chain.profileHidden).toBe(false);
  expect(chain.people.map(({ name, isMember }) => [name, isMember])).toEqual([
    ["老板", true],
    expect.arrayContaining([true]),
    expect.arrayContaining([true]),
    ["路人", false],
  ]);
  expect(chain.people[0]).toMatchObject({
    weight: 10,
    play: "protect",
    style: { style: "driver" },
    role: { role: "economic_buyer", isDefault: false },
    can: {
      setRole: true,
      assessStance: true,
      assessInfluence: true,
      assessStyle: true,
      pair: true,
    },
  });
  expect(chain.ours).toEqual([{ userId: bench.managerId, name: "manager", isExecutive: false }]);
  expect(chain.can).toEqual({ addProject: true, rank: true, nameLevels: false });
});

test("who has no class P gets people and roles, is told so, and not one profile value", async () => {
  const program = await tokenOf(bench.app, bench.tenant, bench.managerId, ["read"]);
  const callers = [program];
  for (const role of ["service", "analyst", "admin"] as const) callers.push(await bench.as(role));
  for (const caller of callers) {
    const { body } = await look(caller);
    expect(body.profileHidden).toBe(true);
    expect(JSON.stringify(body)).not.toContain(secret);
    expect(body.people.map(({ name }: ChainPerson) => name)).toContain("老板");
    const found = body.people.find(({ personId }: ChainPerson) => personId === boss);
    expect(found).toMatchObject({
      role: { role: "economic_buyer" },
      isMember: true,
      stance: null,
      influence: null,
      style: null,
      weight: null,
      play: null,
      disagreement: [],
    });
    expect(body).toMatchObject({ pairs: [], missingExecutivePairings: [] });
    const { body: page } = await standing(caller);
    expect(page).toMatchObject({ profileHidden: true, styles: [] });
    expect(page.accounts[0]).toMatchObject({ stances: [], influences: [], pairs: [], play: null });
    expect(page.accounts[0].roles).toMatchObject([{ role: "economic_buyer", project: null }]);
    expect(JSON.stringify(page)).not.toContain(secret);
  }
});

test("those who see profiles see them all, on the chain and on the person's page", async () => {
  for (const role of ["director", "sponsor", "compliance"] as const) {
    const { body } = await look(await bench.as(role));
    expect(body.profileHidden).toBe(false);
    expect(JSON.stringify(body)).toContain(secret);
  }
  const { body } = await standing();
  expect(body.accounts).toMatchObject([
    {
      isCurrent: true,
      play: "protect",
      can: { assessStance: true },
      stances: [{ stance: "ally", evidence: secret }],
      influences: [{ influence: 5 }],
      pairs: [{ currentLevel: 3 }],
    },
  ]);
  expect(body.styles).toMatchObject([{ style: "driver" }]);
});

test("a person, project or account out of sight is not found", async () => {
  const foreign = await makeTenant(bench.world);
  const director = await makeUser(bench.world, foreign, "director");
  for (const caller of [await bench.as("manager"), await sessionOf(bench.app, foreign, director)]) {
    expect((await look(caller)).body.code).toBe("account.not_found");
    expect((await standing(caller)).body.code).toBe("person.not_found");
  }
  const wrong = await bench.manager(decisionChains.get, {
    params: { accountId: bench.accountId },
    query: { projectId: crypto.randomUUID() },
  });
  expect(wrong.body.code).toBe("project.not_found");
});

test("`can` says exactly what the interface then allows", async () => {
  for (const role of ["manager", "director", "sponsor", "service", "compliance"] as const) {
    const caller = role === "manager" ? bench.manager : await bench.as(role);
    const { body } = await look(caller);
    const { can } = body.people.find(({ personId }: ChainPerson) => personId === clerk);
    const judged = await bench.assess(clerk, {}, caller);
    expect([role, judged.status === 201]).toEqual([role, can.assessStance]);
    const coach = { role: "coach", coachTests: coachSentences };
    const placed = await bench.setRole(clerk, coach, caller);
    expect([role, placed.status === 200]).toEqual([role, can.setRole]);
  }
});
