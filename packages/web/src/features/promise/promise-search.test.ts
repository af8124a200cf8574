import { expect, test } from "vitest";
import { isFiltered, periodOf, promiseQueryOf, readPromiseSearch } from "./promise-search.ts";

const id = "01890000-0000-7000-8000-000000000001";

test("the address keeps what is known and drops what is not", () => {
  const search = readPromiseSearch({
    tab: "board",
    status: "lost",
    late: true,
    department: id,
    giver: "nobody",
    from: "2026-02-30",
    to: "2026-03-01",
    promise: "x",
  });
  expect(search).toEqual({ tab: "board", late: "true", department: id, to: "2026-03-01" });
  expect(isFiltered(search)).toBe(true);
  expect(isFiltered({ tab: "board", period: "year", promise: id })).toBe(false);
});

test("the ledger shows open ones unless told, and mine are the reader's", () => {
  expect(promiseQueryOf({}, id)).toEqual({ status: "open" });
  expect(promiseQueryOf({ giver: "mine", status: "all", counted: "late" }, id)).toEqual({
    giverUserId: id,
    status: "all",
    counted: "late",
  });
});

test("a period ends today and counts both its days", () => {
  expect(periodOf("year", "2026-03-01")).toEqual({ from: "2025-03-02", to: "2026-03-01" });
  expect(periodOf(undefined, "2026-03-01").from).toBe("2025-12-01");
});
