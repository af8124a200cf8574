import { expect, test } from "vitest";
import { caseFilterOf, caseViews, isFiltered, readCaseSearch } from "./case-search.ts";

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

test("every named filter means something of its own", () => {
  const said = caseViews.map((view) => JSON.stringify(caseFilterOf({ view })));
  expect(new Set(said).size).toBe(caseViews.length);
  expect(isFiltered({ view: "mine" })).toBe(false);
  expect(isFiltered({ level: ["urgent"] })).toBe(true);
});
