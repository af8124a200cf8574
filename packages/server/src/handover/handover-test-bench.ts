import { buildApp } from "../app.ts";
import { jobContextOf } from "../import/import-test-bench.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testConfig } from "../platform/http/test-app.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makePerson, type TestPerson } from "../platform/test-world/make-person.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { handoverJobs } from "./handover-jobs.ts";

/** For tests: a workspace with a core account, its team and a key contact, on a clock that the test moves. */
export interface HandoverBench {
  readonly world: TestWorld;
  readonly app: App;
  readonly tenant: TestTenant;
  readonly managerId: string;
  readonly manager: TestCaller;
  readonly colleagueId: string;
  readonly colleague: TestCaller;
  readonly directorId: string;
  readonly director: TestCaller;
  readonly adminId: string;
  readonly admin: TestCaller;
  readonly accountId: string;
  /** Economic buyer of the account. */
  readonly buyer: TestPerson;
  readonly heir: TestPerson;
  readonly moveClock: (hours: number) => void;
  readonly now: () => Date;
  /** Runs the job of the due instant, as often as the worker might. */
  readonly runClock: (handoverId: string) => Promise<void>;
  readonly ask: <Row>(text: string) => Promise<Row[]>;
}

const begin = new Date("2026-11-23T02:00:00Z");
let now = begin;
const clock = { now: () => now };
let shared: Promise<App> | undefined;

export const handoverBench = async (): Promise<HandoverBench> => {
  const world = await testWorld();
  now = begin;
  shared ??= buildApp({ database: world.database, config: testConfig(), clock });
  const app = await shared;
  const tenant = await makeTenant(world);
  const managerId = await makeUser(world, tenant, "manager");
  const colleagueId = await makeUser(world, tenant, "manager");
  const directorId = await makeUser(world, tenant, "director");
  const accountId = await makeAccount(
    world,
    tenant,
    { name: "交接客户", manager_user_id: managerId },
    { segment: "core" },
  );
  const buyer = await makePerson(world, tenant, accountId, "周采购");
  const heir = await makePerson(world, tenant, accountId, "吴接替");
  const ask = <Row>(text: string) => askTenant<Row>(world, tenant, text);
  await ask(`insert into buying_role (tenant_id, id, account_id, person_id, role)
    values ('${tenant.tenantId}', gen_random_uuid(), '${accountId}', '${buyer.personId}', 'economic_buyer')`);
  const session = async (userId: string) => {
    const caller = await sessionOf(app, tenant, userId);
    await ask(`update session set expires_at = '2999-01-01' where user_id = '${userId}'`);
    return caller;
  };
  return {
    world,
    app,
    tenant,
    managerId,
    manager: await session(managerId),
    colleagueId,
    colleague: await session(colleagueId),
    directorId,
    director: await session(directorId),
    adminId: tenant.adminUserId,
    admin: await session(tenant.adminUserId),
    accountId,
    buyer,
    heir,
    moveClock: (hours) => {
      now = new Date(now.getTime() + hours * 3_600_000);
    },
    now: () => now,
    runClock: (handoverId) =>
      handoverJobs.note_overdue_handover(
        { tenantId: tenant.tenantId, handoverId },
        { ...jobContextOf(app, tenant.tenantId), clock },
      ),
    ask,
  };
};
