import { expect, test } from "vitest";
import { readLoopSearch } from "./loop-search.ts";

test("an address says which loops are shown; what it cannot mean shows the running ones", () => {
  expect(readLoopSearch({ show: "overdue" })).toEqual({ show: "overdue" });
  expect(readLoopSearch({ show: "running" })).toEqual({});
  expect(readLoopSearch({ show: "<script>" })).toEqual({});
  expect(readLoopSearch({})).toEqual({});
});
