import { surveys } from "@mainstay/contract/survey";
import { surveyRounds } from "@mainstay/contract/survey-round";
import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import { sessionOf, testApp } from "../platform/http/test-app.ts";
import { makeTenant } from "../platform/test-world/make-tenant.ts";
import { testDay } from "../platform/test-world/test-day.ts";
import { testWorld } from "../platform/test-world/test-world.ts";
import { drawDemoPortfolio } from "./demo-portfolio.ts";
import { saveDemoChains } from "./save-demo-chains.ts";
import { saveDemoPortfolio } from "./save-demo-portfolio.ts";
import { saveDemoSurveys } from "./save-demo-surveys.ts";
import { saveDemoTeam } from "./save-demo-team.ts";

test("the demo has a quarterly survey with two rounds behind it and one that runs, one after cases and a draft", async () => {
  const [world, app] = [await testWorld(), await testApp()];
  const tenant = await makeTenant(world);
  const day = dayNumberFromIso(testDay()) ?? 0;
  await withTenant(world.database, tenant.scope, async (tx) => {
    const demo = drawDemoPortfolio(day);
    const team = await saveDemoTeam(tx, tenant.tenantId);
    const ids = await saveDemoPortfolio(tx, tenant.tenantId, demo, team);
    const keyIds = ids.filter((_, index) => demo.accounts[index]?.isKey);
    await saveDemoChains(tx, tenant.tenantId, keyIds, team, day);
    await saveDemoSurveys(tx, tenant.tenantId, keyIds, day);
  });
  const admin = await sessionOf(app, tenant, tenant.adminUserId);
  const { body } = await admin(surveys.list);
  expect(
    body.items.map(({ rhythm, status }: { rhythm: string; status: string }) => [rhythm, status]),
  ).toEqual(
    expect.arrayContaining([
      ["quarterly", "running"],
      ["after_case", "running"],
      ["once", "draft"],
    ]),
  );
  const quarterly = body.items.find(({ rhythm }: { rhythm: string }) => rhythm === "quarterly");
  const survey = await admin(surveys.get, { params: { surveyId: quarterly.id } });
  expect(survey.body.rounds).toHaveLength(3);
  const about = survey.body.questions.map(
    (one: { departmentId: string | null }) => one.departmentId,
  );
  expect(new Set(about.filter((id: string | null) => id !== null)).size).toBe(4);
  const round = await admin(surveyRounds.get, { params: { roundId: quarterly.newestRound.id } });
  expect(round.body.asked).toBeGreaterThan(60);
  expect(round.body.responseRate).toBeGreaterThan(0.2);
  expect(round.body.byAccount.length).toBeGreaterThan(15);
});
