import type { QuestionShape } from "@mainstay/contract/survey";
import { surveyLimits } from "@mainstay/domain/survey/survey-faults";
import { Button, Input } from "antd";
import { useTranslation } from "react-i18next";
import styles from "./survey.module.css";
import { freeKey } from "./survey-draft.ts";

type Choice = QuestionShape["options"][number];

/** The choices of a question, or the rows of a matrix, in both languages. */
export const ChoicesField = ({
  label,
  addLabel,
  choices,
  onChange,
  disabled,
}: {
  label: string;
  addLabel: string;
  choices: readonly Choice[];
  onChange: (next: Choice[]) => void;
  disabled: boolean;
}) => {
  const { t } = useTranslation();
  return (
    <div className={styles["choices"]} role="group" aria-label={label}>
      <span className="muted">{label}</span>
      {choices.map((choice, index) => (
        <div key={choice.key} className={styles["choice"]}>
          {(["zh", "en"] as const).map((language) => (
            <Input
              key={language}
              aria-label={`${label} ${index + 1} · ${t(`survey.language.${language}`)}`}
              placeholder={t(`survey.language.${language}`)}
              value={choice[language] ?? ""}
              maxLength={surveyLimits.choiceLength}
              disabled={disabled}
              onChange={({ target }) =>
                onChange(
                  choices.map((one) =>
                    one.key === choice.key ? { ...one, [language]: target.value } : one,
                  ),
                )
              }
            />
          ))}
          <Button
            type="text"
            disabled={disabled}
            aria-label={`${t("survey.removeChoice")} ${label} ${index + 1}`}
            onClick={() => onChange(choices.filter(({ key }) => key !== choice.key))}
          >
            {t("survey.removeChoice")}
          </Button>
        </div>
      ))}
      {choices.length < surveyLimits.choices && (
        <div>
          <Button
            size="small"
            disabled={disabled}
            onClick={() => onChange([...choices, { key: freeKey(choices) }])}
          >
            {addLabel}
          </Button>
        </div>
      )}
    </div>
  );
};
