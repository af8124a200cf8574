import { expect, test } from "vitest";
import { needQueryOf, readNeedSearch } from "./need-search.ts";

test("an address keeps what is known and drops the rest", () => {
  expect(
    readNeedSearch({ state: "hypothesis", visibility: "loud", stale: true, q: "", x: 1 }),
  ).toEqual({ state: "hypothesis", stale: "true" });
});

test("the newest come first unless the address asks for those that rest longest", () => {
  expect(needQueryOf({})).toEqual({ sort: "newest" });
  expect(needQueryOf({ sort: "resting", q: "交期" })).toEqual({ sort: "resting", search: "交期" });
});
