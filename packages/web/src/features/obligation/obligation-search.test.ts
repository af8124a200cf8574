import { expect, test } from "vitest";
import {
  groupFilterOf,
  obligationFilterOf,
  readObligationSearch,
  windowDays,
} from "./obligation-search.ts";

const someId = "0198c0de-0000-7000-8000-000000000001";

test("what the address does not know is left out", () => {
  expect(
    readObligationSearch({
      tab: "x",
      status: "overdue",
      owner: "nobody",
      segment: "core",
      group: "'; drop",
    }),
  ).toEqual({
    status: "overdue",
    segment: "core",
  });
  expect(readObligationSearch({ owner: someId, group: "none" })).toEqual({
    owner: someId,
    group: "none",
  });
});

test("the list asks for what is open unless told otherwise", () => {
  expect(obligationFilterOf({})).toEqual({ status: "open" });
  expect(obligationFilterOf({ status: "missed", owner: "me", kind: "visit" })).toEqual({
    status: "missed",
    ownerUserId: "me",
    kind: "visit",
  });
});

test("a window ends today and begins whole months before, at month ends too", () => {
  expect(windowDays(undefined, "2026-05-31")).toEqual({ from: "2026-02-28", to: "2026-05-31" });
  expect(windowDays("this_year", "2026-05-31").from).toBe("2026-01-01");
  expect(windowDays("last_year", "2028-02-29").from).toBe("2027-02-28");
});

test("the rows behind a rate are asked for by the key it was grouped by", () => {
  expect(groupFilterOf({ by: "department", group: someId }, "2026-05-31")).toEqual({
    status: "counted",
    dueFrom: "2026-02-28",
    dueTo: "2026-05-31",
    departmentId: someId,
  });
  expect(
    groupFilterOf({ by: "segment", group: "core", outcome: "late" }, "2026-05-31"),
  ).toMatchObject({
    segment: "core",
    outcome: "late",
  });
});
