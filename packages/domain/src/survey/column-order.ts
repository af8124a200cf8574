import { scaleOfQuestion } from "../feedback-loop/dissatisfaction.ts";
import type { QuestionChoice } from "./frozen-question.ts";
import type { VoiceScale } from "./survey-kind.ts";

const bad = /不|差|难|dis|poor|bad|never|difficult|hard|worse|worst/i;
const good = /满意|同意|好|优秀|容易|总是|satisf|agree|good|excellent|easy|always|better|best/i;

const sounds = (pattern: RegExp, { zh = "", en = "" }: QuestionChoice): boolean =>
  pattern.test(zh) || pattern.test(en);

/** The scale the rows of a matrix are scored on, by how many columns it has; null where they are no scale. */
export const scaleOfColumns = (columns: readonly QuestionChoice[]): VoiceScale | null =>
  scaleOfQuestion("matrix", columns.length);

/**
 * Whether the columns of a scored matrix stand with the best one first, as far as their words tell: then "非常满意" would count as
 * a one, and whoever is pleased would open a complaint. Scored columns run from the worst to the best.
 */
export const runsBackwards = (columns: readonly QuestionChoice[]): boolean => {
  const [first, last] = [columns[0], columns.at(-1)];
  return (
    scaleOfColumns(columns) !== null &&
    first !== undefined &&
    last !== undefined &&
    sounds(good, first) &&
    !sounds(bad, first) &&
    sounds(bad, last)
  );
};
