import { needs } from "@mainstay/contract/need";
import { promises } from "@mainstay/contract/promise";
import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { needStates } from "@mainstay/domain/need/need-kind";
import { promiseCounts } from "@mainstay/domain/promise/promise-count";
import { promiseStatuses } from "@mainstay/domain/promise/promise-status";
import { beforeAll, expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeTenant, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { drawDemoPortfolio } from "./demo-portfolio.ts";
import { saveDemoNeeds } from "./save-demo-needs.ts";
import { saveDemoPortfolio } from "./save-demo-portfolio.ts";
import { saveDemoPromises } from "./save-demo-promises.ts";
import { saveDemoTeam } from "./save-demo-team.ts";

let world: TestWorld;
let tenant: TestTenant;
let admin: TestCaller;
beforeAll(async () => {
  world = await testWorld();
  tenant = await makeTenant(world);
  const [row] = await askTenant<{ today: string }>(
    world,
    tenant,
    "select (now() at time zone time_zone)::date::text as today from tenant",
  );
  const day = dayNumberFromIso(row?.today ?? "") ?? 0;
  await withTenant(world.database, tenant.scope, async (tx) => {
    const demo = drawDemoPortfolio(day);
    const team = await saveDemoTeam(tx, tenant.tenantId);
    const ids = await saveDemoPortfolio(tx, tenant.tenantId, demo, team);
    const keyIds = ids.filter((_, index) => demo.accounts[index]?.isKey);
    await saveDemoNeeds(tx, tenant.tenantId, keyIds, day);
    await saveDemoPromises(tx, tenant.tenantId, keyIds, day);
  });
  admin = await sessionOf(await testApp(), tenant, tenant.adminUserId);
});

test("the demo has needs in every state, forgotten ones, and one that became explicit", async () => {
  for (const state of needStates) {
    const { body } = await admin(needs.list, { query: { state, limit: 1 } as never });
    expect(body.total, state).toBeGreaterThan(0);
  }
  const stale = await admin(needs.list, { query: { stale: "true", limit: 1 } as never });
  expect(stale.body.total).toBeGreaterThan(0);
  const { body } = await admin(needs.funnel, { query: {} as never });
  expect(body.becameExplicit).toBeGreaterThan(0);
  expect(body.medianDaysToExplicit).toBe(44);
});

test("the demo has promises in every state and a department that keeps its word least", async () => {
  for (const status of promiseStatuses) {
    const { body } = await admin(promises.list, { query: { status, limit: 1 } as never });
    expect(body.total, status).toBeGreaterThan(0);
  }
  const { body } = await admin(promises.board, { query: {} as never });
  expect(body.departments.length).toBeGreaterThan(3);
  expect(body.departments[0].department.name).toContain("交付");
  expect(body.departments[0].figures.due).toBeGreaterThan(4);
});

test("every number of the board opens exactly the promises it counts", async () => {
  const { body } = await admin(promises.board, { query: {} as never });
  const rows = [
    { id: undefined, figures: body.all },
    ...body.departments.map((row: { department: { id: string }; figures: object }) => ({
      id: row.department.id,
      figures: row.figures,
    })),
  ];
  let most = 0;
  for (const { id, figures } of rows.slice(0, 2))
    for (const counted of promiseCounts) {
      const query = {
        counted,
        status: "all",
        dueFrom: body.fromOn,
        dueTo: body.toOn,
        limit: 1,
        ...(id !== undefined && { departmentId: id }),
      };
      const found = await admin(promises.list, { query: query as never });
      expect(found.body.total, `${counted} of ${id}`).toBe(figures[counted]);
      most = Math.max(most, figures[counted]);
    }
  expect(most).toBeGreaterThan(20);
});
