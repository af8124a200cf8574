import { expect, test } from "vitest";
import { repeatHistoriesFromOrderDays } from "./repeat-history.ts";

const orderDays = (...accounts: number[][]) => ({
  offsets: Int32Array.from([0, ...accounts.map((_, i) => accounts.slice(0, i + 1).flat().length)]),
  days: Int32Array.from(accounts.flat()),
});

test("an account's history counts repeat order-days from its first order, in the chosen unit", () => {
  const days = orderDays([100, 107, 107, 121], [110]);
  const { histories, accounts } = repeatHistoriesFromOrderDays(days, { until: 128, unitDays: 7 });
  expect([...accounts]).toEqual([0, 1]);
  expect([...histories.x]).toEqual([2, 0]);
  expect([...histories.tx]).toEqual([3, 0]);
  expect([...histories.T]).toEqual([4, 18 / 7]);
  expect(histories.sumLogGaps![0]).toBeCloseTo(Math.log(2), 14);
  const inDays = repeatHistoriesFromOrderDays(days, { until: 128, unitDays: 1 }).histories;
  expect([...inDays.tx]).toEqual([21, 0]);
  expect([...inDays.T]).toEqual([28, 18]);
});

test("orders after the end of observation do not exist yet, nor do accounts that begin later or never", () => {
  const days = orderDays([], [100, 130], [131, 140], [120]);
  const { histories, accounts } = repeatHistoriesFromOrderDays(days, { until: 120, unitDays: 1 });
  expect([...accounts]).toEqual([1, 3]);
  expect([...histories.x]).toEqual([0, 0]);
  expect([...histories.T]).toEqual([20, 0]);
});

test("days out of order are refused with the account's number", () => {
  const days = orderDays([100], [100, 90]);
  expect(() => repeatHistoriesFromOrderDays(days, { until: 120, unitDays: 1 })).toThrow(
    /account 1/,
  );
});

test("no accounts give an empty history", () => {
  const none = { offsets: Int32Array.of(0), days: new Int32Array(0) };
  expect(repeatHistoriesFromOrderDays(none, { until: 1, unitDays: 7 }).histories.x.length).toBe(0);
});
