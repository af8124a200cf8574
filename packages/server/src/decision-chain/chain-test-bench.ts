import { assessments } from "@mainstay/contract/assessment";
import { decisionChains } from "@mainstay/contract/decision-chain";
import { coachTests } from "@mainstay/domain/buying-role/buying-role";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makePerson } from "../platform/test-world/make-person.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

export const supportAnswers = [
  { question: "acted", answer: "helped" },
  { question: "says", answer: "balanced" },
  { question: "if_we_win", answer: "no_difference" },
  { question: "earlier", answer: "unchanged" },
  { question: "facts", answer: "accurate" },
];

export const decidesAnswers = [
  { question: "part", answer: "decides" },
  { question: "asked_first", answer: "always" },
  { question: "last_dispute", answer: "not_known" },
  { question: "access", answer: "any_time" },
];

export const driverAnswers = [
  { question: "pace", answer: "fast" },
  { question: "focus", answer: "task" },
  { question: "opens_with", answer: "result" },
  { question: "wants", answer: "options" },
];

export const coachSentences = coachTests.map((test) => ({ test, evidence: "评审会上当众说明过" }));

export interface ChainBench {
  readonly app: App;
  readonly world: TestWorld;
  readonly tenant: TestTenant;
  readonly accountId: string;
  readonly managerId: string;
  /** The account's own manager, who sees only their accounts. */
  readonly manager: TestCaller;
  readonly as: (role: Parameters<typeof makeUser>[2]) => Promise<TestCaller>;
  readonly person: (name: string, columns?: object, job?: object) => Promise<string>;
  readonly setRole: (personId: string, body: object, who?: TestCaller) => ReturnType<TestCaller>;
  readonly assess: (personId: string, body?: object, who?: TestCaller) => ReturnType<TestCaller>;
}

/** A workspace with one account and its manager, to try the decision chain on. */
export const chainBench = async (): Promise<ChainBench> => {
  const [world, app] = [await testWorld(), await testApp()];
  const tenant = await makeTenant(world);
  const managerId = await makeUser(world, tenant, "manager");
  const account = { name: "决策链客户", manager_user_id: managerId };
  const accountId = await makeAccount(world, tenant, account);
  const manager = await sessionOf(app, tenant, managerId);
  return {
    app,
    world,
    tenant,
    accountId,
    managerId,
    manager,
    as: async (role) => sessionOf(app, tenant, await makeUser(world, tenant, role)),
    person: async (name, columns = {}, job = {}) =>
      (await makePerson(world, tenant, accountId, name, { ...job }, { ...columns })).personId,
    setRole: (personId, body, who = manager) =>
      who(decisionChains.setRole, { params: { accountId, personId }, body: body as never }),
    assess: (personId, body = {}, who = manager) =>
      who(assessments.assessStance, {
        params: { accountId, personId },
        body: { stance: "supporter", answers: supportAnswers, ...body } as never,
      }),
  };
};
