import { interactions } from "@mainstay/contract/interaction";
import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildApp } from "../app.ts";
import { systemClock } from "../platform/clock/clock.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { createMetrics } from "../platform/http/metrics.ts";
import { sessionOf, testConfig } from "../platform/http/test-app.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { startWorker } from "../platform/jobs/start-worker.ts";
import { createLog } from "../platform/log/create-log.ts";
import { passingKeyRing } from "../platform/secrets/open-key-ring.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeMember } from "../platform/test-world/make-chain.ts";
import { makeTenant, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { testDay } from "../platform/test-world/test-day.ts";
import { privateWorld, type TestWorld } from "../platform/test-world/test-world.ts";
import { measureAccounts } from "./measure-accounts.ts";
import { relationshipJobs } from "./relationship-jobs.ts";

let world: TestWorld & { close: () => Promise<void> };
let tenant: TestTenant;
beforeEach(async () => {
  world = await privateWorld();
  tenant = await makeTenant(world);
});
afterEach(() => world.close());

const work = () =>
  startWorker({
    ownerUrl: world.ownerUrl,
    database: world.database,
    dataDir: "/nowhere",
    keyRing: passingKeyRing(),
    clock: systemClock,
    log: createLog("silent"),
    metrics: createMetrics({ withProcess: false }),
    registry: relationshipJobs,
  });
const today = testDay();
const ask = <Row>(text: string) => askTenant<Row>(world, tenant, text);
const until = async (is: () => Promise<boolean>) => {
  for (let waited = 0; waited < 20_000 && !(await is()); waited += 50)
    await new Promise((resolve) => setTimeout(resolve, 50));
};

test("logging a meeting with the economic buyer takes the flag away by itself", async () => {
  const accountId = await makeAccount(world, tenant, { name: "万华" });
  const bossId = await makeMember(world, tenant, accountId, {
    name: "张董",
    role: "economic_buyer",
  });
  await measureAccounts(
    {
      database: world.database,
      tenantId: tenant.tenantId,
      today: dayNumberFromIso(today) ?? 0,
      keepsWeek: false,
    },
    [accountId],
  );
  const neverMet = () =>
    ask<{ status: string }>("select status from signal where kind = 'economic_buyer_never_met'");
  expect(await neverMet()).toEqual([{ status: "open" }]);
  const app = await buildApp({ database: world.database, config: testConfig() });
  const admin = await sessionOf(app, tenant, tenant.adminUserId);
  const { status } = await admin(interactions.log, {
    params: { accountId },
    body: { kind: "meeting", occurredOn: today, summary: "谈续约", personIds: [bossId] },
  });
  expect(status).toBe(201);
  const worker = await work();
  await until(async () => (await neverMet())[0]?.status === "resolved");
  await worker.stop();
  await app.http.close();
  expect(await neverMet()).toEqual([{ status: "resolved" }]);
});

test("the round of all accounts measures whoever has people and keeps the week", async () => {
  const withPeople = await makeAccount(world, tenant, { name: "有人" });
  await makeAccount(world, tenant, { name: "无人" });
  await makeMember(world, tenant, withPeople, { name: "李工", role: "technical" });
  const worker = await work();
  const { tenantId } = tenant;
  await withTenant(world.database, tenant.scope, (tx) =>
    enqueue(tx, "measure_portfolio_relationships", { tenantId }),
  );
  const kept = () => ask<{ account_id: string }>("select account_id from relationship_snapshot");
  await until(async () => (await kept()).length > 0);
  await worker.stop();
  expect(await kept()).toEqual([{ account_id: withPeople }]);
  expect(await ask("select account_id from account_relationship")).toEqual([
    { account_id: withPeople },
  ]);
});
