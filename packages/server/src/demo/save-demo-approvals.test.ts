import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import { sessionOf, testApp } from "../platform/http/test-app.ts";
import { approvals } from "@mainstay/contract/approval";
import { programme } from "@mainstay/contract/programme";
import { makeTenant } from "../platform/test-world/make-tenant.ts";
import { testDay } from "../platform/test-world/test-day.ts";
import { testWorld } from "../platform/test-world/test-world.ts";
import { saveDemoApprovals } from "./save-demo-approvals.ts";
import { drawDemoPortfolio } from "./demo-portfolio.ts";
import { saveDemoPortfolio } from "./save-demo-portfolio.ts";
import { saveDemoTeam } from "./save-demo-team.ts";

test("the demo shows members, a review that is due, nominations, a refusal, an exit, and decisions that wait for the reader", async () => {
  const world = await testWorld();
  const app = await testApp();
  const tenant = await makeTenant(world);
  const day = dayNumberFromIso(testDay()) ?? 0;
  await withTenant(world.database, tenant.scope, async (tx) => {
    const demo = drawDemoPortfolio(day);
    const team = await saveDemoTeam(tx, tenant.tenantId);
    const ids = await saveDemoPortfolio(tx, tenant.tenantId, demo, team);
    const keyIds = ids.filter((_, index) => demo.accounts[index]?.isKey);
    await saveDemoApprovals(tx, tenant.tenantId, keyIds, team, day);
  });
  const admin = await sessionOf(app, tenant, tenant.adminUserId);
  const { body } = await admin(programme.screen);
  expect(body.members).toHaveLength(7);
  expect(
    body.members.filter(({ isReviewDue }: { isReviewDue: boolean }) => isReviewDue),
  ).toHaveLength(1);
  expect([body.nominations.length, body.refused.length, body.exited.length]).toEqual([2, 1, 1]);
  const waiting = await admin(approvals.list);
  expect(waiting.body.total).toBe(3);
  expect(
    waiting.body.items.filter(({ decidingFor }: { decidingFor: unknown }) => decidingFor !== null),
  ).toHaveLength(1);
});
