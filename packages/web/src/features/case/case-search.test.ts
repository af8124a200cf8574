import { expect, test } from "vitest";
import { caseFilterOf, caseOrderOf, caseViews, isFiltered, readCaseSearch } from "./case-search.ts";

test("an address is read back; what nobody knows is left out", () => {
  expect(
    readCaseSearch({
      view: "overdue",
      kind: "fault,nonsense",
      level: "urgent",
      account: "1",
      x: 2,
    }),
  ).toEqual({ view: "overdue", kind: ["fault"], level: ["urgent"] });
});

test("the place opens with what is worked on, and a searched case is found whatever its state", () => {
  expect(caseFilterOf({})).toMatchObject({ status: ["open", "paused"] });
  expect(caseFilterOf({ q: "123" })).not.toHaveProperty("status");
  expect(caseFilterOf({ view: "solved", q: "阀" })).toMatchObject({ status: ["solved"] });
});

test("a link from the analyses means exactly the cases that were counted: of a period, without duplicates", () => {
  const search = readCaseSearch({
    view: "all",
    cause: "delivery",
    segment: "core",
    from: "2026-10-01",
    to: "2026-11-22",
    product: "none",
  });
  expect(search).not.toHaveProperty("product");
  expect(isFiltered(search)).toBe(true);
  expect(caseFilterOf(search)).toMatchObject({
    status: ["open", "paused", "solved", "closed"],
    cause: ["delivery"],
    segment: ["core"],
    openedFrom: "2026-10-01",
    openedTo: "2026-11-22",
  });
});

test("every named filter means something of its own", () => {
  const said = caseViews.map((view) => JSON.stringify(caseFilterOf({ view })));
  expect(new Set(said).size).toBe(caseViews.length);
  expect(isFiltered({ view: "mine" })).toBe(false);
  expect(isFiltered({ level: ["urgent"] })).toBe(true);
});

test("the order shown is the order in force: what is over comes newest first unless somebody chose", () => {
  expect(caseOrderOf({})).toBe("urgency");
  expect(caseOrderOf({ view: "all" })).toBe("newest");
  expect(caseOrderOf({ q: "塔" })).toBe("newest");
  expect(caseOrderOf(readCaseSearch({ view: "closed", order: "urgency" }))).toBe("urgency");
  expect(caseFilterOf({ view: "all", order: "urgency" }).order).toBe("urgency");
});
