import { answerTo, type GuidedAnswer } from "../guided/guided-question.ts";
import type { Influence } from "./influence.ts";

/** What we ask before we say how much a person's word decides. Answers run from the most to the least; the last is "I do not know". */
export const influenceQuestions = [
  {
    id: "part",
    answers: ["decides", "can_stop", "proposes", "gives_opinion", "no_part", "not_known"],
  },
  { id: "asked_first", answers: ["always", "sometimes", "rarely", "not_known"] },
  { id: "last_dispute", answers: ["prevailed", "compromise", "gave_way", "not_known"] },
  { id: "access", answers: ["any_time", "through_others", "none", "not_known"] },
] as const;

export type InfluenceQuestion = (typeof influenceQuestions)[number]["id"];

const points: Readonly<Record<InfluenceQuestion, Readonly<Record<string, number>>>> = {
  part: { decides: 4, can_stop: 3, proposes: 2, gives_opinion: 1 },
  asked_first: { always: 2, sometimes: 1 },
  last_dispute: { prevailed: 1, gave_way: -1 },
  access: { any_time: 1 },
};

/**
 * The influence that the answers speak for, or null when neither the part in the purchase nor being asked first is known.
 * Sum the points (part 0–4, asked first 0–2, last dispute ±1, access to the one who decides 0–1): 6 and more → 5, 4–5 → 4,
 * 2–3 → 3, 1 → 2, else 1. A weightier answer never gives less.
 */
export const suggestInfluence = (answers: readonly GuidedAnswer[]): Influence | null => {
  const isUnknown = (question: InfluenceQuestion) =>
    (answerTo(answers, question) ?? "not_known") === "not_known";
  if (isUnknown("part") && isUnknown("asked_first")) return null;
  const sum = influenceQuestions.reduce(
    (total, { id }) => total + (points[id][answerTo(answers, id) ?? ""] ?? 0),
    0,
  );
  if (sum >= 6) return 5;
  if (sum >= 4) return 4;
  if (sum >= 2) return 3;
  return sum >= 1 ? 2 : 1;
};
