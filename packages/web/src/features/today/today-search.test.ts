import { expect, test } from "vitest";
import { readTodaySearch } from "./today-search.ts";

test("a shared address keeps its filters, and one that narrows signals shows signals", () => {
  expect(readTodaySearch({ kind: "payment_delay", severity: "act", owner: "me" })).toEqual({
    show: "signal",
    kind: "payment_delay",
    severity: "act",
    owner: "me",
  });
});

test("values that do not exist are dropped instead of being sent to the server", () => {
  expect(readTodaySearch({ kind: "x", status: "gone", owner: "'; drop" })).toEqual({});
});

test("a kind of item and whose they are stay in the address without narrowing signals", () => {
  expect(readTodaySearch({ show: "task", whose: "all" })).toEqual({ show: "task", whose: "all" });
});
