import { mailSettings } from "@mainstay/contract/mail";
import { type SurveyView, surveys } from "@mainstay/contract/survey";
import { buildApp } from "../app.ts";
import { loopbackCertificate } from "../mail/loopback-certificate.ts";
import { startMailServer } from "../mail/mail-test-server.ts";
import { sendWaitingMail } from "../mail/send-waiting-mail.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testConfig } from "../platform/http/test-app.ts";
import { createMailSender } from "../platform/outside/send-mail.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makePerson } from "../platform/test-world/make-person.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { runSurveys } from "./run-surveys.ts";

/** For tests: a workspace that sends surveys, with a clock that moves. A Wednesday, ten o'clock in Shanghai. */
export const surveyBench = async () => {
  const world: TestWorld = await testWorld();
  let now = new Date("2026-11-25T02:00:00Z");
  const clock = { now: () => now };
  const app: App = await buildApp({
    database: world.database,
    config: testConfig(),
    clock,
    outside: {
      sendMail: createMailSender({
        connectMs: 4_000,
        silenceMs: 4_000,
        wholeMs: 10_000,
        ca: loopbackCertificate,
      }),
      postToRobot: async () => ({ status: 0, text: "unused" }),
    },
  });
  return { world, app, clock, moveTo: (at: string) => void (now = new Date(at)) };
};
export type SurveyBench = Awaited<ReturnType<typeof surveyBench>>;

/** For tests: the workspace with a director who sees everything, a manager, and a customer of theirs. */
export const surveyTenant = async ({ app, world, clock }: SurveyBench) => {
  const tenant: TestTenant = await makeTenant(world);
  const directorId = await makeUser(world, tenant, "director");
  const managerId = await makeUser(world, tenant, "manager");
  const accountId = await makeAccount(
    world,
    tenant,
    { name: "万华化学", manager_user_id: managerId },
    { segment: "core" },
  );
  // The clock jumps over days, and no session lasts that long.
  const signedInAnew =
    (userId: string): TestCaller =>
    async (endpoint, input) =>
      (await sessionOf(app, tenant, userId))(endpoint, input);
  const work = {
    tenantId: tenant.tenantId,
    database: world.database,
    keyRing: app.keyRing,
    clock,
    log: app.log,
    outside: app.outside,
  };
  return {
    tenant,
    accountId,
    managerId,
    director: signedInAnew(directorId),
    manager: signedInAnew(managerId),
    admin: signedInAnew(tenant.adminUserId),
    person: (
      name: string,
      job: Readonly<Record<string, unknown>> = {},
      person: Readonly<Record<string, unknown>> = {},
    ) =>
      makePerson(
        world,
        tenant,
        accountId,
        name,
        { work_email: `${name}@customer.test`, ...job },
        person,
      ),
    send: () => sendWaitingMail(work),
    run: () =>
      runSurveys({
        tenantId: tenant.tenantId,
        clock,
        log: app.log,
        abort: new AbortController().signal,
        write: (act) => withTenant(world.database, systemScope(tenant.tenantId), act),
      }),
  };
};

/** A real mail server for the workspace. */
export const mailServerFor = async (
  admin: TestCaller,
  refuse?: Parameters<typeof startMailServer>[0]["refuse"],
) => {
  const server = await startMailServer({ ...(refuse && { refuse }) });
  await admin(mailSettings.save, {
    body: {
      host: "localhost",
      port: server.port,
      security: "starttls",
      userName: null,
      password: null,
      fromAddress: "care@example.test",
      isEnabled: true,
    },
    headers: { "if-match": "*" },
  });
  return server;
};

/** A survey from a shipped template; what it says is changed by `about`. */
export const draftFrom = async (
  caller: TestCaller,
  template: "relationship" | "after_case",
  about: Partial<SurveyView> = {},
): Promise<SurveyView> => {
  const { body } = await caller(surveys.draft, { body: { template } });
  const { id, version, status: _, rounds: __, nextRoundOn: ___, can: ____, ...shape } = body;
  const edited = await caller(surveys.edit, {
    params: { surveyId: id },
    body: { ...shape, ...about },
    headers: { "if-match": `"${version}"` },
  });
  if (edited.status !== 200) throw new Error(JSON.stringify(edited.body));
  return edited.body;
};

export const startOf = (caller: TestCaller, survey: SurveyView, body: object = {}) =>
  caller(surveys.start, {
    params: { surveyId: survey.id },
    body,
    headers: { "if-match": `"${survey.version}"` },
  });
