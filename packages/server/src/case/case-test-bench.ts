import type { CaseView } from "@mainstay/contract/case";
import { cases } from "@mainstay/contract/case";
import { buildApp } from "../app.ts";
import { jobContextOf } from "../import/import-test-bench.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testConfig } from "../platform/http/test-app.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makePerson, type TestPerson } from "../platform/test-world/make-person.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { caseJobs } from "./case-jobs.ts";

type Draft = {
  kind?: CaseView["kind"];
  level?: CaseView["level"];
  title?: string;
  channel?: CaseView["channel"];
  complainedUserIds?: string[];
  firstResponderUserId?: string | null;
  personId?: string | null;
};

/** For tests: a core account with its team and a person who complains, on a clock that the test moves. */
export interface CaseBench {
  readonly world: TestWorld;
  readonly app: App;
  readonly tenant: TestTenant;
  readonly managerId: string;
  readonly manager: TestCaller;
  /** Of the service desk; sees everything. */
  readonly serviceId: string;
  readonly service: TestCaller;
  readonly directorId: string;
  readonly director: TestCaller;
  readonly sponsorId: string;
  /** A manager of other accounts. */
  readonly strangerId: string;
  readonly stranger: TestCaller;
  readonly accountId: string;
  readonly person: TestPerson;
  readonly now: () => Date;
  readonly moveClock: (hours: number) => void;
  /** Opens a case as the service desk does; a general fault unless told. */
  readonly open: (draft?: Draft, who?: TestCaller) => Promise<CaseView>;
  readonly get: (caseId: string, who?: TestCaller) => Promise<CaseView>;
  /** Runs the job of a case, as often as the worker might. */
  readonly watch: (caseId: string) => Promise<void>;
  /** Runs the quarter-hourly round. */
  readonly sweep: () => Promise<void>;
  /** Who was told a kind of news; nobody reads another's, so it is asked as the product itself. */
  readonly toldOf: (kind: string) => Promise<string[]>;
  readonly ask: <Row>(text: string) => Promise<Row[]>;
}

/** A Monday, ten in the morning in Shanghai. */
const begin = new Date("2026-11-23T02:00:00Z");
let now = begin;
const clock = { now: () => now };
let shared: Promise<App> | undefined;

export const caseBench = async (): Promise<CaseBench> => {
  const world = await testWorld();
  now = begin;
  shared ??= buildApp({ database: world.database, config: testConfig(), clock });
  const app = await shared;
  const tenant = await makeTenant(world);
  const managerId = await makeUser(world, tenant, "manager");
  const serviceId = await makeUser(world, tenant, "service");
  const directorId = await makeUser(world, tenant, "director");
  const sponsorId = await makeUser(world, tenant, "sponsor");
  const strangerId = await makeUser(world, tenant, "manager");
  const accountId = await makeAccount(
    world,
    tenant,
    { name: "海川化工", manager_user_id: managerId, sponsor_user_id: sponsorId },
    { segment: "core" },
  );
  const person = await makePerson(world, tenant, accountId, "陈工");
  const ask = <Row>(text: string) => askTenant<Row>(world, tenant, text);
  const session = async (userId: string) => {
    const caller = await sessionOf(app, tenant, userId);
    await ask(`update session set expires_at = '2999-01-01' where user_id = '${userId}'`);
    return caller;
  };
  const service = await session(serviceId);
  const jobContext = () => ({ ...jobContextOf(app, tenant.tenantId), clock });
  const of = { tenantId: tenant.tenantId };
  return {
    world,
    app,
    tenant,
    managerId,
    manager: await session(managerId),
    serviceId,
    service,
    directorId,
    director: await session(directorId),
    sponsorId,
    strangerId,
    stranger: await session(strangerId),
    accountId,
    person,
    now: () => now,
    moveClock: (hours) => {
      now = new Date(now.getTime() + hours * 3_600_000);
    },
    open: async (draft = {}, who = service) => {
      const { status, body } = await who(cases.open, {
        params: { accountId },
        body: { kind: "fault", level: "general", title: "二号泵异响", channel: "phone", ...draft },
      });
      if (status !== 201) throw new Error(`not opened: ${JSON.stringify(body)}`);
      return body;
    },
    get: async (caseId, who = service) => (await who(cases.get, { params: { caseId } })).body,
    watch: (caseId) => caseJobs.watch_case({ ...of, caseId }, jobContext()),
    sweep: () => caseJobs.watch_cases(of, jobContext()),
    toldOf: async (kind) => {
      const rows = await withTenant(world.database, systemScope(tenant.tenantId), (tx) =>
        tx
          .selectFrom("notification")
          .select("user_id")
          .where("tenant_id", "=", tenant.tenantId)
          .where("kind", "=", kind)
          .orderBy("created_at")
          .orderBy("id")
          .execute(),
      );
      return rows.map(({ user_id }) => user_id);
    },
    ask,
  };
};
