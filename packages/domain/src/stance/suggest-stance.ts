import { answerTo, type GuidedAnswer } from "../guided/guided-question.ts";
import type { Stance } from "./stance.ts";

/**
 * What we ask before we say where somebody stands: what was done, what is said, what is at stake for them, whether they
 * stepped back, whether they have it wrong. Answers run from the best for us to the worst; the last is "I do not know".
 */
export const stanceQuestions = [
  { id: "acted", answers: ["fought", "helped", "answered", "blocked", "nothing"] },
  {
    id: "says",
    answers: ["recommends", "speaks_well", "balanced", "doubts", "speaks_against", "not_heard"],
  },
  { id: "if_we_win", answers: ["gains", "no_difference", "loses", "not_known"] },
  { id: "earlier", answers: ["closer", "unchanged", "stepped_back", "not_known"] },
  { id: "facts", answers: ["accurate", "wrong", "not_known"] },
] as const;

export type StanceQuestion = (typeof stanceQuestions)[number]["id"];

/** Points towards us. Deeds weigh more than words, words more than interests. */
const points: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  acted: { fought: 3, helped: 2, answered: 0, blocked: -3, nothing: 0 },
  says: {
    recommends: 2,
    speaks_well: 1,
    balanced: 0,
    doubts: -1,
    speaks_against: -2,
    not_heard: 0,
  },
  if_we_win: { gains: 1, no_difference: 0, loses: -1, not_known: 0 },
};

/**
 * The stance that the answers speak for, or null when neither a deed nor a word is known: then it is to be found out, not
 * guessed. Sum the points of deeds (fought +3 … blocked −3), words (recommends +2 … speaks against −2) and interest (±1):
 * fought and recommends with 5 or more → insider; 4 or more → ally; 2 or more → supporter; −4 or less → opponent. Between:
 * who stepped back → backslider; below 0 with wrong facts → misinformed, else sceptic; 0 and 1 → neutral.
 * Laws (tested over all answers): a better answer never gives a lower value; words alone make neither an ally nor an opponent.
 */
export const suggestStance = (answers: readonly GuidedAnswer[]): Stance | null => {
  const said = (question: StanceQuestion) => answerTo(answers, question);
  const [acted, says] = [said("acted") ?? "nothing", said("says") ?? "not_heard"];
  if (acted === "nothing" && says === "not_heard") return null;
  const sum = ["acted", "says", "if_we_win"].reduce(
    (total, question) => total + (points[question]?.[answerTo(answers, question) ?? ""] ?? 0),
    0,
  );
  if (sum >= 5 && acted === "fought" && says === "recommends") return "insider";
  if (sum >= 4) return "ally";
  if (sum >= 2) return "supporter";
  if (sum <= -4) return "opponent";
  if (said("earlier") === "stepped_back") return "backslider";
  if (sum >= 0) return "neutral";
  return said("facts") === "wrong" ? "misinformed" : "sceptic";
};
