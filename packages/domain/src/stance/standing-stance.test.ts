import fc from "fast-check";
import { expect, test } from "vitest";
import { isDisagreement, isJudgementStale, standingJudgements } from "./standing-stance.ts";

const said = (
  id: string,
  assessorId: string | null,
  assessedOn: string,
  projectId: string | null = null,
) => ({
  id,
  assessorId,
  assessedOn,
  projectId,
});

test("the newest counts; of two of one day the later written", () => {
  const found = standingJudgements(
    [
      said("1", "li", "2026-01-01"),
      said("3", "wang", "2026-03-01"),
      said("2", "zhao", "2026-03-01"),
    ],
    null,
  );
  expect(found.map(({ id }) => id)).toEqual(["3", "2", "1"]);
});

test("each assessor speaks once, with their newest word", () => {
  const found = standingJudgements(
    [said("1", "li", "2026-01-01"), said("2", "li", "2026-02-01"), said("3", null, "2025-01-01")],
    null,
  );
  expect(found.map(({ id }) => id)).toEqual(["2", "3"]);
});

test("a project's own judgement goes before a newer one of the account, another project's never counts", () => {
  const all = [
    said("1", "li", "2026-05-01"),
    said("2", "wang", "2026-01-01", "p"),
    said("3", "zhao", "2026-06-01", "q"),
  ];
  expect(standingJudgements(all, "p").map(({ id }) => id)).toEqual(["2"]);
  expect(standingJudgements(all, null).map(({ id }) => id)).toEqual(["1"]);
  expect(standingJudgements(all, "r").map(({ id }) => id)).toEqual(["1"]);
});

test("ninety days are fresh, ninety-one are stale", () => {
  expect(isJudgementStale("2026-01-01", "2026-04-01")).toBe(false);
  expect(isJudgementStale("2026-01-01", "2026-04-02")).toBe(true);
});

test("a point apart is a disagreement, half a point is none, one voice never is", () => {
  expect(isDisagreement(["supporter", "neutral"])).toBe(true);
  expect(isDisagreement(["neutral", "sceptic"])).toBe(false);
  expect(isDisagreement(["insider", "ally", "supporter"])).toBe(true);
  expect(isDisagreement(["insider"])).toBe(false);
  expect(isDisagreement([])).toBe(false);
});

test("what stands does not depend on the order of the rows", () => {
  const row = fc.record({
    id: fc.uuid(),
    assessorId: fc.constantFrom("a", "b", null),
    assessedOn: fc.constantFrom("2026-01-01", "2026-02-01", "2026-03-01"),
    projectId: fc.constantFrom("p", null),
  });
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: ({ id }) => id }), (rows) => {
      expect(standingJudgements(rows.toReversed(), "p")).toEqual(standingJudgements(rows, "p"));
    }),
  );
});
