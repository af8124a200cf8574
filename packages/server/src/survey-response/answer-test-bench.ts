import type { FrozenQuestion } from "@mainstay/domain/survey/frozen-question";
import { newId } from "../platform/clock/new-id.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeMember, type WantedMember } from "../platform/test-world/make-chain.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { makePublicLink } from "../public-link/make-public-link.ts";

/** For tests: a workspace with a manager, a director who sees everything, and an account of the manager's. */
export interface AnswerBench {
  readonly app: App;
  readonly world: TestWorld;
  readonly tenant: TestTenant;
  readonly managerId: string;
  readonly manager: TestCaller;
  readonly director: TestCaller;
  readonly accountId: string;
}

export const answerBench = async (): Promise<AnswerBench> => {
  const [app, world] = [await testApp(), await testWorld()];
  const tenant = await makeTenant(world);
  const managerId = await makeUser(world, tenant, "manager");
  const directorId = await makeUser(world, tenant, "director");
  const accountId = await makeAccount(world, tenant, {
    name: "江城重工",
    manager_user_id: managerId,
  });
  return {
    app,
    world,
    tenant,
    managerId,
    manager: await sessionOf(app, tenant, managerId),
    director: await sessionOf(app, tenant, directorId),
    accountId,
  };
};

/** A question as a test needs it. */
export const question = (
  kind: FrozenQuestion["kind"],
  more: Partial<FrozenQuestion> = {},
): FrozenQuestion => ({
  id: newId(),
  position: 1,
  kind,
  words: { zh: `${kind} 题`, en: `${kind} question` },
  options: [],
  rows: [],
  isRequired: false,
  isOverall: false,
  departmentId: null,
  segments: [],
  ...more,
});

export const choices = (...keys: string[]) => keys.map((key) => ({ key, zh: key, en: key }));

export interface TestRound {
  readonly surveyId: string;
  readonly roundId: string;
}

/** A running round of a survey with these questions, open for years. */
export const makeRound = async (
  { world, tenant }: AnswerBench,
  questions: readonly FrozenQuestion[],
  round: Readonly<Record<string, unknown>> = {},
  surveyId?: string,
): Promise<TestRound> => {
  const survey =
    surveyId ??
    (await makeRow(world, tenant, "survey", {
      title: JSON.stringify({ zh: "季度满意度调查", en: "Quarterly survey" }),
      status: "running",
    }));
  const roundId = await makeRow(world, tenant, "survey_round", {
    survey_id: survey,
    number: 1,
    opened_on: "2026-01-01",
    closes_on: "2099-12-31",
    seed: 1,
    questions: JSON.stringify(questions),
    is_anonymous: false,
    ...round,
  });
  return { surveyId: survey, roundId };
};

/** Asks a new person of an account; the token behind the link. */
export const ask = async (
  bench: AnswerBench,
  { roundId }: TestRound,
  { accountId = bench.accountId, ...member }: Partial<WantedMember> & { accountId?: string } = {},
) => {
  const { world, tenant } = bench;
  const personId = await makeMember(world, tenant, accountId, { name: "王工", ...member });
  const invitationId = await makeRow(world, tenant, "survey_invitation", {
    round_id: roundId,
    account_id: accountId,
    person_id: personId,
    status: "sent",
    planned_on: "2026-01-01",
  });
  const token = await linkTo(bench, "survey_answer", invitationId, { accountId, personId });
  return { personId, invitationId, token };
};

export const linkTo = async (
  { world, tenant }: AnswerBench,
  purpose: "survey_answer" | "survey_walk_in",
  subjectId: string,
  {
    accountId = null as string | null,
    personId = null as string | null,
    expiresAt = new Date("2099-12-31T00:00:00Z"),
  } = {},
): Promise<string> => {
  const { path } = await withTenant(world.database, tenant.scope, (tx) =>
    makePublicLink(tx, tenant.tenantId, {
      purpose,
      subjectId,
      accountId,
      personId,
      expiresAt,
      createdBy: null,
    }),
  );
  return path.slice("/s/#".length);
};
