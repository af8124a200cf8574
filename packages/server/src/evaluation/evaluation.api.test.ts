import { evaluations } from "@mainstay/contract/evaluation";
import { beforeAll, expect, test } from "vitest";
import { jobContextOf } from "../import/import-test-bench.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeOrders, steadyOrders } from "../platform/test-world/make-orders.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { testDay } from "../platform/test-world/test-day.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { evaluationJobs } from "./evaluation-jobs.ts";

let app: App;
let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
});

const workspace = async (): Promise<[TestTenant, TestCaller]> => {
  const tenant = await makeTenant(world);
  return [tenant, await sessionOf(app, tenant, tenant.adminUserId)];
};
const runJob = (
  tenant: TestTenant,
  name: "evaluate_portfolio" | "evaluate_accounts",
  rest: object,
) =>
  evaluationJobs[name]?.(
    { tenantId: tenant.tenantId, ...rest } as never,
    jobContextOf(app, tenant.tenantId),
  );

test("asking for a round notes it; asking again while it waits gives the same one", async () => {
  const [tenant, admin] = await workspace();
  const asked = await admin(evaluations.request);
  expect(asked.status).toBe(202);
  expect(asked.body).toMatchObject({
    trigger: "demand",
    scope: "all",
    status: "queued",
    policyVersion: null,
    accountsTotal: null,
    failureCode: null,
  });
  expect((await admin(evaluations.request)).body.id).toBe(asked.body.id);
  expect(await auditOf(world, tenant, "evaluation.requested", asked.body.id)).toHaveLength(2);
  const got = await admin(evaluations.get, { params: { runId: asked.body.id } });
  expect(got.body).toEqual(asked.body);
});

test("repeating with a key asks once", async () => {
  const [tenant, admin] = await workspace();
  const headers = { "idempotency-key": `run-${tenant.tenantId}` };
  const [one, two] = [
    await admin(evaluations.request, { headers }),
    await admin(evaluations.request, { headers }),
  ];
  expect(two.body).toEqual(one.body);
  expect(await auditOf(world, tenant, "evaluation.requested", one.body.id)).toHaveLength(1);
});

test("only stewards ask; everybody looks; another workspace's round is not there", async () => {
  const [tenant, admin] = await workspace();
  const { body } = await admin(evaluations.request);
  const manager = await sessionOf(app, tenant, await makeUser(world, tenant, "manager"));
  expect((await manager(evaluations.request)).body.code).toBe("access.not_permitted");
  expect((await manager(evaluations.list)).body.total).toBe(1);
  const [, stranger] = await workspace();
  expect((await stranger(evaluations.get, { params: { runId: body.id } })).body.code).toBe(
    "evaluation.not_found",
  );
  expect((await stranger(evaluations.list)).body.total).toBe(0);
});

test("the list pages from the newest round, each once", async () => {
  const [tenant, admin] = await workspace();
  await askTenant(
    world,
    tenant,
    `insert into evaluation_run (tenant_id, id, trigger, scope, status, as_of, queued_at)
     select '${tenant.tenantId}', gen_random_uuid(), 'nightly', 'all', 'done', '2026-01-01',
       '2026-01-01 00:00:00.000001+00'::timestamptz + (n / 2) * interval '1 microsecond' from generate_series(1, 5) n`,
  );
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await admin(evaluations.list, { query: { limit: 2, cursor } as never });
    expect(body.total).toBe(5);
    seen.push(...body.items.map(({ id }: { id: string }) => id));
    cursor = body.nextCursor ?? undefined;
  } while (cursor);
  expect(new Set(seen).size).toBe(5);
});

test("the job runs the waiting round on a thread of its own; a new order is then judged alone", async () => {
  const [tenant, admin] = await workspace();
  const yesterday = testDay(-1);
  const accountId = await makeAccount(world, tenant, { name: "按月下单" });
  await makeOrders(world, tenant, accountId, steadyOrders(yesterday, 30, 30, 500_000));
  await runJob(tenant, "evaluate_accounts", { accountIds: [accountId] });
  const [waiting] = (await admin(evaluations.list)).body.items;
  expect(waiting, "few accounts cannot be judged before the whole").toMatchObject({
    trigger: "change",
    status: "queued",
  });
  await runJob(tenant, "evaluate_portfolio", { trigger: "demand" });
  const done = await admin(evaluations.get, { params: { runId: waiting.id } });
  expect(done.body).toMatchObject({
    status: "done",
    policyVersion: 0,
    accountsTotal: 1,
    accountsDone: 1,
  });
  const revenue = async () =>
    (
      await askTenant<{ revenue: number }>(
        world,
        tenant,
        "select revenue_12m_minor as revenue from account_standing",
      )
    )[0]?.revenue;
  const before = await revenue();
  await makeOrders(world, tenant, accountId, [[yesterday, 7]]);
  await runJob(tenant, "evaluate_accounts", { accountIds: [accountId] });
  expect(await revenue()).toBe((before ?? 0) + 7);
});

test("a round that a crash left running is taken up again, and the one that was asked for since is it", async () => {
  const [tenant, admin] = await workspace();
  const left = (await admin(evaluations.request)).body.id;
  await askTenant(world, tenant, "update evaluation_run set status = 'running'");
  const asked = (await admin(evaluations.request)).body.id;
  await runJob(tenant, "evaluate_portfolio", { trigger: "demand" });
  const { body } = await admin(evaluations.list);
  expect(body.items.map(({ status }: { status: string }) => status)).not.toContain("running");
  expect(body.items.map(({ status }: { status: string }) => status)).not.toContain("queued");
  const watched = await admin(evaluations.get, { params: { runId: asked } });
  expect(watched.body.status).toBe("done");
  const old = await admin(evaluations.get, { params: { runId: left } });
  expect(old.body).toMatchObject({ status: "failed" });
});
