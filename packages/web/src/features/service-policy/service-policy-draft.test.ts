import { expect, test } from "vitest";
import { saysTheSame, withoutEmptyTerms } from "./service-policy-draft.ts";

test("what a line says nothing about is not written down", () => {
  expect(
    withoutEmptyTerms({
      duties: {},
      seats: [],
      replyHours: null,
      solveHours: 48,
      serviceMode: "on_site",
    }),
  ).toEqual({ solveHours: 48, serviceMode: "on_site" });
  expect(
    withoutEmptyTerms({ duties: { value_report: { every: "year", contactKinds: [] } } }),
  ).toEqual({
    duties: { value_report: { every: "year", contactKinds: [] } },
  });
});

test("lines are compared by what they say, not by the order of their keys", () => {
  expect(
    saysTheSame({ replyHours: 8, solveHours: 9 }, { solveHours: 9, replyHours: 8, seats: [] }),
  ).toBe(true);
  expect(saysTheSame(undefined, { seats: [] })).toBe(true);
  expect(saysTheSame({ replyHours: 8 }, { replyHours: 9 })).toBe(false);
});
