import { expect, test } from "vitest";
import { faultOfAnswers, type GuidedAnswer } from "../guided/guided-question.ts";
import { stances, stanceValue } from "./stance.ts";
import { stanceQuestions, suggestStance } from "./suggest-stance.ts";

const answered = (acted: string, says: string, ifWeWin: string, earlier: string, facts: string) => [
  { question: "acted", answer: acted },
  { question: "says", answer: says },
  { question: "if_we_win", answer: ifWeWin },
  { question: "earlier", answer: earlier },
  { question: "facts", answer: facts },
];

const allAnswers: GuidedAnswer[][] = stanceQuestions.reduce<GuidedAnswer[][]>(
  (sets, { id, answers }) =>
    sets.flatMap((set) => answers.map((answer) => [...set, { question: id, answer }])),
  [[]],
);

/** From the worst for us to the best; what is not known stands where it counts nothing. */
const ladders: Record<string, readonly string[]> = {
  acted: ["blocked", "answered", "helped", "fought"],
  says: ["speaks_against", "doubts", "balanced", "speaks_well", "recommends"],
  if_we_win: ["loses", "no_difference", "gains"],
  earlier: ["stepped_back", "unchanged", "closer"],
  facts: ["wrong", "accurate"],
};

test("the words of each stance lead to it", () => {
  const of = (...five: Parameters<typeof answered>) => suggestStance(answered(...five));
  expect(of("fought", "recommends", "gains", "unchanged", "accurate")).toBe("insider");
  expect(of("helped", "recommends", "no_difference", "unchanged", "accurate")).toBe("ally");
  expect(of("helped", "balanced", "no_difference", "unchanged", "accurate")).toBe("supporter");
  expect(of("answered", "balanced", "gains", "unchanged", "accurate")).toBe("neutral");
  expect(of("answered", "doubts", "no_difference", "unchanged", "accurate")).toBe("sceptic");
  expect(of("answered", "doubts", "no_difference", "unchanged", "wrong")).toBe("misinformed");
  expect(of("answered", "balanced", "no_difference", "stepped_back", "accurate")).toBe(
    "backslider",
  );
  expect(of("blocked", "speaks_against", "loses", "unchanged", "accurate")).toBe("opponent");
});

test("nothing done and nothing heard is to be found out, whatever else is supposed", () => {
  for (const set of allAnswers) {
    const isSilent = set[0]?.answer === "nothing" && set[1]?.answer === "not_heard";
    expect(suggestStance(set) === null).toBe(isSilent);
  }
  expect(suggestStance([])).toBeNull();
});

test("every stance can be reached, and every full set of answers is accepted", () => {
  expect(new Set(allAnswers.map(suggestStance))).toEqual(new Set([...stances, null]));
  expect(allAnswers.every((set) => faultOfAnswers(stanceQuestions, set) === null)).toBe(true);
});

test("a better answer never gives a lower value", () => {
  const wrong: string[] = [];
  for (const set of allAnswers) {
    const before = suggestStance(set);
    for (const { question, answer } of set) {
      const ladder = ladders[question] ?? [];
      const better = ladder[ladder.indexOf(answer) + 1];
      if (better === undefined || !ladder.includes(answer)) continue;
      const after = suggestStance(
        set.map((one) => (one.question === question ? { question, answer: better } : one)),
      );
      if (before === null || after === null) continue;
      if (stanceValue[after] < stanceValue[before])
        wrong.push(`${question} ${JSON.stringify(set)}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("words alone make neither an ally nor an opponent", () => {
  const silent = allAnswers.filter(([acted]) => acted?.answer === "nothing");
  for (const set of silent)
    expect(["insider", "ally", "opponent"]).not.toContain(suggestStance(set));
});

test("the order of the answers does not matter", () => {
  for (const set of allAnswers) expect(suggestStance(set.toReversed())).toBe(suggestStance(set));
});
