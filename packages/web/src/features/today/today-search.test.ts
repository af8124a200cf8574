import { expect, test } from "vitest";
import { readTodaySearch } from "./today-search.ts";

test("a shared address keeps its filters", () => {
  expect(readTodaySearch({ kind: "payment_delay", severity: "act", owner: "me" })).toEqual({
    kind: "payment_delay",
    severity: "act",
    owner: "me",
  });
});

test("values that do not exist are dropped instead of being sent to the server", () => {
  expect(readTodaySearch({ kind: "x", status: "gone", owner: "'; drop" })).toEqual({});
});
