import fc from "fast-check";
import { expect, test } from "vitest";
import { promiseFigures, type PromiseFacts } from "./promise-figures.ts";
import { promiseAbilities } from "./promise-policy.ts";
import { promiseStatuses } from "./promise-status.ts";

const promise = (change: Partial<PromiseFacts>): PromiseFacts => ({
  status: "open",
  dueIn: 5,
  doneAfter: null,
  reworks: 0,
  wasMoved: false,
  ...change,
});

test("on time counts promises whose day has come; what was taken back with the customer does not count", () => {
  const figures = promiseFigures([
    promise({}),
    promise({ dueIn: -4 }),
    promise({ status: "kept", dueIn: -10, doneAfter: 0 }),
    promise({ status: "kept", dueIn: 3, doneAfter: -3 }),
    promise({ status: "kept", dueIn: -10, doneAfter: 2, reworks: 1 }),
    promise({ status: "broken", dueIn: -1 }),
    promise({ status: "withdrawn", dueIn: -30 }),
  ]);
  expect(figures).toMatchObject({
    due: 5,
    onTime: 2,
    onTimeShare: 0.4,
    delivered: 3,
    reworked: 1,
    late: 2,
    meanDelayDays: 3,
    ahead: 1,
    broken: 1,
    moved: 0,
  });
  expect(figures.reworkShare).toBeCloseTo(1 / 3);
  expect(figures.interval?.low).toBeCloseTo(0.1176, 3);
});

test("one that came back is open again and still counts as delivered and sent back", () => {
  expect(promiseFigures([promise({ reworks: 2 })])).toMatchObject({
    due: 0,
    delivered: 1,
    reworked: 1,
    onTimeShare: null,
  });
});

test("nothing promised gives no shares and no delay", () => {
  expect(promiseFigures([])).toMatchObject({
    onTimeShare: null,
    interval: null,
    reworkShare: null,
    meanDelayDays: null,
  });
});

test("the figures do not depend on the order and add up", () => {
  const some = fc.array(
    fc.record({
      status: fc.constantFrom(...promiseStatuses),
      dueIn: fc.integer({ min: -50, max: 50 }),
      doneAfter: fc.option(fc.integer({ min: -20, max: 20 })),
      reworks: fc.nat(3),
      wasMoved: fc.boolean(),
    }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(some, (promises) => {
      const figures = promiseFigures(promises);
      expect(promiseFigures(promises.toReversed())).toEqual(figures);
      expect(figures.onTime).toBeLessThanOrEqual(figures.due);
      expect(figures.due + figures.ahead).toBe(
        promises.filter(({ status }) => status !== "withdrawn").length,
      );
    }),
  );
});

const manager = {
  userId: "u",
  tenantId: "t",
  role: "manager",
  visibility: "own",
  teamUserIds: ["u"],
  factClasses: ["B"],
  scopes: null,
} as const;
const team = { managerUserId: "u", backupUserId: null, sponsorUserId: null, expertUserIds: [] };

test("only an open promise is kept, moved or given up, only a kept one is sent back, only by who sees the account", () => {
  expect(promiseAbilities(manager, team, "open")).toMatchObject({ keep: true, sendBack: false });
  expect(promiseAbilities(manager, team, "kept")).toMatchObject({ keep: false, sendBack: true });
  expect(promiseAbilities(manager, team, "broken").sendBack).toBe(false);
  expect(promiseAbilities(manager, team, "withdrawn").sendBack).toBe(false);
  for (const status of promiseStatuses) {
    const none = promiseAbilities(manager, { ...team, managerUserId: "x" }, status);
    expect(Object.values(none).some(Boolean)).toBe(false);
  }
});
