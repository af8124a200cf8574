import { answerTo, type GuidedAnswer } from "../guided/guided-question.ts";
import type { BehaviourStyle } from "./behaviour-style.ts";

/** What one can see in two meetings without asking anybody: pace, focus, how they open, what they want to take away. */
export const styleQuestions = [
  { id: "pace", answers: ["fast", "measured"] },
  { id: "focus", answers: ["task", "people"] },
  { id: "opens_with", answers: ["result", "story", "wellbeing", "detail"] },
  { id: "wants", answers: ["options", "vision", "agreement", "proof"] },
] as const;

/** Each answer on two axes: direct (+) or considered (−), task (+) or people (−). */
const axes: Readonly<Record<string, readonly [number, number]>> = {
  fast: [1, 0],
  measured: [-1, 0],
  task: [0, 1],
  people: [0, -1],
  result: [1, 1],
  options: [1, 1],
  story: [1, -1],
  vision: [1, -1],
  wellbeing: [-1, -1],
  agreement: [-1, -1],
  detail: [-1, 1],
  proof: [-1, 1],
};

/**
 * The style that four observations speak for: direct and task → driver 力量型, direct and people → expressive 活泼型,
 * considered and people → amiable 和平型, considered and task → analytical 完美型. Each axis is asked three times, so that
 * full answers never tie; null while a question is open.
 */
export const suggestStyle = (answers: readonly GuidedAnswer[]): BehaviourStyle | null => {
  let [direct, task] = [0, 0];
  for (const { id } of styleQuestions) {
    const step = axes[answerTo(answers, id) ?? ""];
    if (!step) return null;
    direct += step[0];
    task += step[1];
  }
  if (direct > 0) return task > 0 ? "driver" : "expressive";
  return task > 0 ? "analytical" : "amiable";
};
