import { surveys } from "@mainstay/contract/survey";
import { voices } from "@mainstay/contract/voice";
import { expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import { sessionOf, testApp } from "../platform/http/test-app.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import { testDay } from "../platform/test-world/test-day.ts";
import { testWorld } from "../platform/test-world/test-world.ts";
import { generateDemoPortfolio } from "./generate-demo-portfolio.ts";

test("on the demo a dissatisfied economic buyer stands first, and a small anonymous slice stays hidden", async () => {
  const [app, world] = [await testApp(), await testWorld()];
  const tenant = await makeTenant(world);
  const author = { tenantId: tenant.tenantId, actor: null, requestId: null };
  const today = testDay();
  await withTenant(world.database, tenant.scope, (tx) => generateDemoPortfolio(tx, author, today));
  const director = await sessionOf(app, tenant, await makeUser(world, tenant, "director"));
  const found = await director(voices.accounts, { query: { limit: 200 } });
  expect(found.body.total).toBeGreaterThan(15);
  expect(found.body.items[0]).toMatchObject({ buyer: { isDissatisfied: true } });
  const quiet = found.body.items.filter(
    (one: { mean: number; buyer: { isDissatisfied: boolean } | null; dissatisfied: number }) =>
      one.buyer?.isDissatisfied && one.dissatisfied === 1,
  );
  expect(quiet.length).toBeGreaterThan(0);
  const list = await director(surveys.list);
  const named = list.body.items.find(
    (one: { isAnonymous: boolean; rhythm: string }) => one.rhythm === "quarterly",
  );
  const trend = await director(voices.trend, { params: { surveyId: named.id } });
  expect(trend.body.points).toHaveLength(3);
  for (const point of trend.body.points) expect(point.figure.n).toBeGreaterThan(10);
  const anonymous = list.body.items.find((one: { isAnonymous: boolean }) => one.isAnonymous);
  const { body } = await director(voices.round, {
    params: { roundId: anonymous.newestRound.id },
  });
  expect(body).toMatchObject({ state: "shown", isAnonymous: true });
  const hidden = body.bySegment.filter(({ isHidden }: { isHidden: boolean }) => isHidden);
  expect(hidden.length).toBeGreaterThanOrEqual(2);
  expect((await director(voices.verbatims)).body.total).toBeGreaterThan(60);
});
