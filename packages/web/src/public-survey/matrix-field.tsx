/** @jsxImportSource preact */
import { type AnswerField, inLanguage } from "./answer-field.ts";

/** Rows one below the other on a phone, beside their columns on a wider page; every row is a group of its own. */
export const MatrixField = ({ question, locale, given, answer }: AnswerField) => (
  <div class="matrix">
    {question.rows.map((row) => {
      const chosen = given(row.key)?.choices[0];
      const name = `${question.id}-${row.key}`;
      return (
        <div key={row.key} class="row" role="radiogroup" aria-labelledby={`${name}-row`}>
          <p id={`${name}-row`}>{inLanguage(row, locale)}</p>
          <div class="columns">
            {question.options.map((option) => (
              <label key={option.key} class={option.key === chosen ? "step chosen" : "step"}>
                <input
                  type="radio"
                  name={name}
                  checked={option.key === chosen}
                  onChange={() => answer({ rowKey: row.key, choices: [option.key] })}
                />
                <span>{inLanguage(option, locale)}</span>
              </label>
            ))}
          </div>
        </div>
      );
    })}
  </div>
);
