import { feedbackLoops, type LoopView } from "@mainstay/contract/feedback-loop";
import { beforeAll, expect, test } from "vitest";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";

let director: TestCaller;
beforeAll(async () => {
  const [world, app] = [await testWorld(), await testApp()];
  const own = await makeTenant(world);
  director = await sessionOf(app, own, await makeUser(world, own, "director"));
  const accountId = await makeAccount(world, own, { name: "指标客户" });
  for (let i = 0; i < 6; i++)
    await makeRow(world, own, "feedback_loop", {
      account_id: accountId,
      status: "remeasured",
      opened_at: "2026-03-02T00:00:00Z",
      contact_due_at: "2026-03-04T00:00:00Z",
      contacted_at: i === 0 ? "2026-03-05T00:00:00Z" : "2026-03-02T10:00:00Z",
      rectified_at: "2026-03-06T00:00:00Z",
      followed_up_at: "2026-03-07T00:00:00Z",
      remeasured_at: "2026-03-08T00:00:00Z",
      scale: "nps",
      score_before: 3,
      score_after: 3 + i,
    });
  const open = {
    account_id: accountId,
    opened_at: "2026-03-02T00:00:00Z",
    contact_due_at: "2026-03-04T00:00:00Z",
  };
  await makeRow(world, own, "feedback_loop", open);
  const dropped = { ...open, opened_at: "2026-04-02T00:00:00Z", status: "dropped" };
  for (const dropped_at of ["2026-04-03T00:00:00Z", "2026-04-09T00:00:00Z"])
    await makeRow(world, own, "feedback_loop", {
      ...dropped,
      contact_due_at: "2026-04-04T00:00:00Z",
      dropped_at,
      dropped_because: "x",
    });
});

test("a loop dropped after its clock ran out stays late; one dropped before was never due", async () => {
  const { body } = await director(feedbackLoops.figures, {
    query: { from: "2026-04-01", to: "2026-04-30" },
  });
  expect(body.total).toMatchObject({ opened: 2, dropped: 2, due: 1, inTime: 0, inTimeShare: 0 });
});

test("the list pages through everything once, who waits first", async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await director(feedbackLoops.list, {
      query: { limit: 3, ...(cursor && { cursor }) },
    });
    seen.push(...body.items.map(({ id }: LoopView) => id));
    cursor = body.nextCursor ?? undefined;
    if (!cursor) expect(seen).toHaveLength(body.total);
  } while (cursor);
  expect(new Set(seen).size).toBe(seen.length);
});

test("the loop's own figures: contacted in time with interval, time to contact, share measured again, mean change with n", async () => {
  const { body } = await director(feedbackLoops.figures, {
    query: { from: "2026-03-01", to: "2026-03-31" },
  });
  expect(body.total).toMatchObject({
    opened: 7,
    contacted: 6,
    due: 7,
    inTime: 5,
    inTimeShare: 5 / 7,
    medianHours: 10,
    remeasured: 6,
    remeasuredShare: 6 / 7,
    changes: [{ scale: "nps", n: 6, mean: 2.5 }],
  });
  expect(body.total.p90Hours).toBeCloseTo(41, 9);
  expect(body.total.changes[0].interval.low).toBeCloseTo(
    2.5 - 2.5705818 * (1.8708287 / Math.sqrt(6)),
    5,
  );
  expect(body.departments).toMatchObject([{ department: null, opened: 7 }]);
});
