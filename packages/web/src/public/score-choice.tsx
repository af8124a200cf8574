/** @jsxImportSource preact */
import type { Locale } from "@mainstay/phrases/locale";
import { publicPageWords } from "@mainstay/phrases/public-page/public-page-words";

export const scores = [1, 2, 3, 4, 5] as const;
export type Score = (typeof scores)[number];

export interface ScoreChoiceProps {
  readonly name: string;
  readonly legend: string;
  readonly locale: Locale;
  readonly chosen: Score | null;
  readonly choose: (score: Score) => void;
}

/** Five steps from very dissatisfied to very satisfied, the best first, each with its words; arrow keys move. */
export const ScoreChoice = ({ name, legend, locale, chosen, choose }: ScoreChoiceProps) => (
  <fieldset class="scores">
    <legend>{legend}</legend>
    {[...scores].reverse().map((score) => (
      <label key={score} class={score === chosen ? "score chosen" : "score"}>
        <input
          type="radio"
          name={name}
          value={score}
          checked={score === chosen}
          onChange={() => choose(score)}
        />
        <span class="number">{score}</span>
        <span>{publicPageWords[locale].scores[score]}</span>
      </label>
    ))}
  </fieldset>
);
