import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { systemClock } from "../clock/clock.ts";
import { withTenant } from "../db/open-transaction.ts";
import { createMetrics } from "../http/metrics.ts";
import { createLog } from "../log/create-log.ts";
import { makeTenant, type TestTenant } from "../test-world/make-tenant.ts";
import { privateWorld, type TestWorld } from "../test-world/test-world.ts";
import { enqueue } from "./enqueue.ts";
import type { JobRegistry } from "./job-registry.ts";
import { startWorker } from "./start-worker.ts";
import { keepPresence } from "./worker-presence.ts";
import { passingKeyRing } from "../secrets/open-key-ring.ts";

let world: TestWorld & { close: () => Promise<void> };
let tenant: TestTenant;
beforeEach(async () => {
  world = await privateWorld();
  tenant = await makeTenant(world);
});
afterEach(() => world.close());

const metrics = createMetrics({ withProcess: false });
const work = (registry: JobRegistry) =>
  startWorker({
    ownerUrl: world.ownerUrl,
    database: world.database,
    dataDir: "/nowhere",
    keyRing: passingKeyRing(),
    clock: systemClock,
    log: createLog("silent"),
    metrics,
    registry,
  });
const until = async (is: () => boolean, longestMs = 10_000) => {
  for (let waited = 0; !is() && waited < longestMs; waited += 20) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

test("a job runs when its transaction commits, never when it rolls back, and sees its own workspace", async () => {
  const seen: string[] = [];
  const worker = await work({
    sweep_expired: async (_, context) => {
      const rows = await context.read((db) => db.selectFrom("app_user").select("role").execute());
      seen.push(`${context.tenantId} ${rows.map(({ role }) => role).join()}`);
    },
  });
  await makeTenant(world);
  const { tenantId } = tenant;
  await withTenant(world.database, tenant.scope, async (tx) => {
    await enqueue(tx, "sweep_expired", { tenantId });
    throw new Error("changed my mind");
  }).catch(() => {});
  await withTenant(world.database, tenant.scope, (tx) =>
    enqueue(tx, "sweep_expired", { tenantId }),
  );
  await until(() => seen.length > 0);
  await worker.stop();
  expect(seen).toEqual([`${tenantId} admin`]);
});

test("waiting jobs with one key become one", async () => {
  const { tenantId } = tenant;
  for (let change = 0; change < 5; change++) {
    await withTenant(world.database, tenant.scope, (tx) =>
      enqueue(tx, "sweep_expired", { tenantId }, { jobKey: "one" }),
    );
  }
  let runs = 0;
  const worker = await work({ sweep_expired: async () => void (runs += 1) });
  await until(() => runs > 0);
  await worker.stop();
  expect(runs).toBe(1);
});

test("a failing job is counted, keeps its place and is tried again later", async () => {
  const { tenantId } = tenant;
  const attempts: number[] = [];
  await withTenant(world.database, tenant.scope, (tx) =>
    enqueue(tx, "sweep_expired", { tenantId }),
  );
  const worker = await work({
    sweep_expired: async (_, { attempt }) => {
      attempts.push(attempt);
      if (attempt === 1) throw new Error("not yet");
    },
  });
  await until(() => attempts.length > 1);
  await worker.stop();
  expect(attempts).toEqual([1, 2]);
  const text = await metrics.registry.metrics();
  expect(text).toMatch(/mainstay_jobs_total\{task="sweep_expired",outcome="retried"\} 1/);
});

test("the jobs of a worker that died are taken up at once, those of a living one are left to it", async () => {
  const { tenantId } = tenant;
  await withTenant(world.database, tenant.scope, (tx) =>
    enqueue(tx, "sweep_expired", { tenantId }, { queue: "one" }),
  );
  const client = new pg.Client(world.ownerUrl);
  await client.connect();
  const lock = (worker: string) =>
    client.query(
      `with q as (update graphile_worker._private_job_queues set locked_by = $1, locked_at = now() - interval '1 minute')
       update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - interval '1 minute'`,
      [worker],
    );
  await lock("worker-living");
  const living = keepPresence(world.ownerUrl, createLog("silent"));
  living.announce("worker-living");
  const other = keepPresence(world.ownerUrl, createLog("silent"));
  await until(() => false, 200);
  expect(await other.freeAbandoned()).toEqual([]);
  await living.stop();
  await until(() => false, 200);
  expect(await other.freeAbandoned()).toEqual(["worker-living"]);
  await other.stop();

  await lock("worker-killed");
  let runs = 0;
  const worker = await work({ sweep_expired: async () => void (runs += 1) });
  await until(() => runs > 0);
  await worker.stop();
  await client.end();
  expect(runs).toBe(1);
});

test("a job at work is left to its worker, however long it takes", async () => {
  const { tenantId } = tenant;
  let letGo = () => {};
  const released = new Promise<void>((done) => {
    letGo = done;
  });
  let runs = 0;
  const worker = await work({
    sweep_expired: async () => {
      runs += 1;
      await released;
    },
  });
  await withTenant(world.database, tenant.scope, (tx) =>
    enqueue(tx, "sweep_expired", { tenantId }),
  );
  await until(() => runs > 0);
  const client = new pg.Client(world.ownerUrl);
  await client.connect();
  await client.query(
    "update graphile_worker._private_jobs set locked_at = now() - interval '1 hour'",
  );
  await client.end();
  const other = keepPresence(world.ownerUrl, createLog("silent"));
  expect(await other.freeAbandoned()).toEqual([]);
  await other.stop();
  letGo();
  await worker.stop();
  expect(runs).toBe(1);
});
