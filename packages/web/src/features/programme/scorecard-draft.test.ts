import type { ScorecardProposal } from "@mainstay/contract/programme";
import { expect, test } from "vitest";
import { openCriteria, scoreOf, scoresOf } from "./scorecard-draft.ts";

const proposal = {
  rule: {
    criteria: [
      { key: "value", weight: 60 },
      { key: "fit", weight: 40 },
    ],
  },
  lines: [
    { key: "value", computed: { key: "value", score: 4, because: null, reason: null } },
    { key: "fit", computed: null },
  ],
} as unknown as ScorecardProposal;

test("what data say needs nothing; what people judge needs a score and its reason", () => {
  expect(openCriteria(proposal, {})).toEqual(["fit"]);
  expect(openCriteria(proposal, { fit: { score: 3, because: " " } })).toEqual(["fit"]);
  expect(openCriteria(proposal, { fit: { score: 3, because: "x" } })).toEqual([]);
  const overridden = { fit: { score: 3, because: "x" }, value: { score: 1, because: "" } };
  expect(openCriteria(proposal, overridden)).toEqual(["value"]);
});

test("the score shown is the one the server will find", () => {
  expect(scoreOf(proposal, {})).toBe((60 * 4) / 5);
  expect(scoreOf(proposal, { fit: { score: 5, because: "x" } })).toBe((60 * 4 + 40 * 5) / 5);
  expect(
    scoresOf({ fit: { score: 5, because: " x " }, value: { score: null, because: "" } }),
  ).toEqual([{ key: "fit", score: 5, because: "x" }]);
});
