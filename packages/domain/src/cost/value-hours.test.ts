import { expect, test } from "vitest";
import { costFault, valueHours } from "./value-hours.ts";

test("hours are valued at the rate, to the nearest unit", () => {
  expect(valueHours(1.5, 20_000)).toBe(30_000);
  expect(valueHours(0.1, 333)).toBe(33);
});

test.each([
  [{ kind: "hours" }, "hours_missing"],
  [{ kind: "hours", hours: 2 }, null],
  [{ kind: "travel", hours: 2, amountMinor: 1 }, "hours_unfit"],
  [{ kind: "travel" }, "amount_missing"],
  [{ kind: "travel", amountMinor: 1, quantity: 2 }, "quantity_unfit"],
  [{ kind: "part", amountMinor: 1, quantity: 2 }, null],
])("%j: %s", (cost, fault) => {
  expect(costFault(cost)).toBe(fault);
});
