/** @jsxImportSource preact */
import { type AnswerField, inLanguage } from "./answer-field.ts";

/** Choices one below the other: one of them, or any number. */
export const ChoiceField = ({ question, locale, given, answer }: AnswerField) => {
  const chosen = given()?.choices ?? [];
  const isMany = question.kind === "multiple_choice";
  const toggle = (key: string, isOn: boolean) => {
    if (!isMany) return answer({ choices: [key] });
    const rest = chosen.filter((one) => one !== key);
    answer({ choices: isOn ? [...rest, key] : rest });
  };
  return (
    <div class="choices">
      {question.options.map((option) => {
        const isOn = chosen.includes(option.key);
        return (
          <label key={option.key} class={isOn ? "choice chosen" : "choice"}>
            <input
              type={isMany ? "checkbox" : "radio"}
              name={question.id}
              checked={isOn}
              onChange={(event) => toggle(option.key, event.currentTarget.checked)}
            />
            <span>{inLanguage(option, locale)}</span>
          </label>
        );
      })}
    </div>
  );
};
