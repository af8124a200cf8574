import type { EvaluationReason } from "@mainstay/domain/evaluation/evaluation-reason";
import { pathStepKinds } from "@mainstay/domain/relationship/relationship-reason";
import { expect, test } from "vitest";
import { locales } from "../locale.ts";
import { renderEvaluationReason } from "./render-evaluation-reason.ts";

const who = { person: "Zhang", personId: "p1" };
const reasons: EvaluationReason[] = [
  { code: "relationship.economic_buyer_unknown", params: { members: 1 } },
  { code: "relationship.economic_buyer_unknown", params: { members: 4 } },
  { code: "relationship.economic_buyer_never_met", params: who },
  { code: "relationship.economic_buyer_never_met", params: { person: "", personId: "" } },
  { code: "relationship.single_threaded", params: { threads: 1, colleagues: 1 } },
  { code: "relationship.single_threaded", params: { threads: 0, colleagues: 0 } },
  {
    code: "relationship.majority_not_supporting",
    params: { keyPeople: 3, supportingShare: 0.4 },
  },
  {
    code: "relationship.majority_not_supporting",
    params: { keyPeople: 3, supportingShare: 0 },
  },
  { code: "relationship.no_opponent_mapped", params: { known: 5 } },
  { code: "relationship.gatekeeper_ignored", params: { ...who, lastOn: null, days: null } },
  { code: "relationship.gatekeeper_ignored", params: { ...who, lastOn: "2026-05-01", days: 120 } },
  {
    code: "relationship.stance_stale",
    params: { people: 1, oldestOn: "2026-05-01", days: 120 },
  },
  {
    code: "relationship.placeholder_old",
    params: { people: 1, oldest: "CFO", personId: "p1", days: 31 },
  },
  {
    code: "relationship.placeholder_old",
    params: { people: 1, oldest: "", personId: "", days: 31 },
  },
  {
    code: "relationship.placeholder_old",
    params: { people: 2, oldest: "CFO", personId: "p1", days: 31 },
  },
  {
    code: "relationship.standing",
    params: { members: 3, supportIndex: -12.4, knownShare: 0.6, coverage: 0.3, threads: 2 },
  },
  { code: "relationship.standing_unknown", params: { members: 3, coverage: 0, threads: 0 } },
  { code: "relationship.standing_hidden", params: { members: 4, coverage: 0.4, threads: 2 } },
  { code: "relationship.no_chain", params: {} },
  {
    code: "relationship.next_contact",
    params: { person: "Zhang", gain: 0.12, through: "Li" },
  },
  { code: "relationship.next_contact", params: { person: "Zhang", gain: 0.12, through: null } },
  { code: "relationship.next_stance", params: { person: "Zhang", gain: 4.26, through: "Li" } },
  {
    code: "relationship.path",
    params: {
      steps: pathStepKinds.map((by) => ({
        from: "Li",
        to: "Zhang",
        by,
        level: by === "pair_level" ? 3 : null,
      })),
    },
  },
];

test.each(reasons.map((reason) => [reason.code, reason] as const))(
  "%s is one finished sentence in both languages",
  (_, reason) => {
    for (const locale of locales) {
      const sentence = renderEvaluationReason(reason, locale);
      expect(sentence).toMatch(/[。.]$/);
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
      expect(sentence).not.toMatch(/ {2}/);
      expect(/\p{Script=Han}/u.test(sentence)).toBe(locale === "zh-CN");
    }
  },
);

test("the support index keeps its sign, shares are per cent, gains have one decimal at most", () => {
  const say = (code: string) => {
    const found = reasons.find((reason) => reason.code === code);
    return found ? renderEvaluationReason(found, "zh-CN") : "";
  };
  expect(say("relationship.standing")).toBe(
    "决策链 3 人，支持面 −12（已知 60%），覆盖 30%，保持往来的有 2 人。",
  );
  expect(say("relationship.next_stance")).toBe(
    "争取Zhang的态度前进一步，支持面可提高 4.3 分，由Li出面最省力。",
  );
});

test("when neither side keeps contact the sentence says so instead of counting zeros", () => {
  const silent: EvaluationReason = {
    code: "relationship.single_threaded",
    params: { threads: 0, colleagues: 0 },
  };
  for (const locale of locales) expect(renderEvaluationReason(silent, locale)).not.toMatch(/0/);
});
