import { expect, test } from "vitest";
import { countAccounts, endOfHistory, packOrderDays } from "./order-day-histories.ts";

const histories = packOrderDays([[30, 10, 10, 20], [], [5]]);

test("packing sorts each account's days and merges orders of one day", () => {
  expect([...histories.days]).toEqual([10, 20, 30, 5]);
  expect([...histories.offsets]).toEqual([0, 3, 3, 4]);
  expect(countAccounts(histories)).toBe(3);
});

test.each([
  [0, 9, 0],
  [0, 10, 1],
  [0, 29, 2],
  [0, 30, 3],
  [1, 100, 3],
  [2, 4, 3],
  [2, 5, 4],
])("of account %i the days up to %i end at index %i", (account, asOf, end) => {
  expect(endOfHistory(histories, account, asOf)).toBe(end);
});
