import type { SurveyShape } from "@mainstay/contract/survey";
import { isScored, wordsIn } from "@mainstay/domain/survey/frozen-question";
import { scaleEnds } from "@mainstay/domain/survey/scale-score";
import { surveyPageWords } from "@mainstay/phrases/public-survey/survey-page-words";
import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./phone-preview.module.css";

type Question = SurveyShape["questions"][number];

const steps = (low: number, high: number) =>
  Array.from({ length: high - low + 1 }, (_, index) => low + index);

const Answer = ({ question, language }: { question: Question; language: "zh" | "en" }) => {
  const { t } = useTranslation();
  const { kind, options, rows } = question;
  if (isScored(kind)) {
    const { low, high } = scaleEnds[kind];
    return (
      <>
        <div className={styles["scale"]}>
          {steps(low, high).map((step) => (
            <span key={step}>{step}</span>
          ))}
        </div>
        <div className={styles["ends"]}>
          {surveyPageWords[language === "en" ? "en" : "zh-CN"].ends[kind].map((end) => (
            <span key={end}>{end}</span>
          ))}
        </div>
      </>
    );
  }
  if (kind === "text") return <div className={styles["text"]}>{t("survey.textAnswer")}</div>;
  if (kind === "matrix")
    return (
      <div className={styles["options"]}>
        {rows.map((row) => (
          <div key={row.key}>
            <div>{wordsIn(row, language) || "…"}</div>
            <div className={styles["cells"]}>
              {options.map((option) => (
                <span key={option.key}>{wordsIn(option, language) || "…"}</span>
              ))}
            </div>
          </div>
        ))}
      </div>
    );
  return (
    <div className={styles["options"]}>
      {options.map((option) => (
        <span key={option.key} data-many={kind === "multiple_choice" || undefined}>
          {wordsIn(option, language) || "…"}
        </span>
      ))}
    </div>
  );
};

/** How the survey looks on a customer's phone as it is being written, in either language. */
export const PhonePreview = ({ survey }: { survey: SurveyShape }) => {
  const { t } = useTranslation();
  const [language, setLanguage] = useState<"zh" | "en">("zh");
  const introduction = wordsIn(survey.introduction, language);
  return (
    <aside aria-label={t("survey.section.preview")}>
      <div className={styles["head"]}>
        <h2>{t("survey.section.preview")}</h2>
        <Segmented
          size="small"
          value={language}
          onChange={setLanguage}
          options={[
            { value: "zh", label: t("survey.language.zh") },
            { value: "en", label: t("survey.language.en") },
          ]}
        />
      </div>
      <div
        className={styles["phone"]}
        lang={language === "zh" ? "zh-CN" : "en"}
        role="group"
        // biome-ignore lint: what scrolls must be reachable by the keyboard
        tabIndex={0}
        aria-label={t("survey.section.preview")}
      >
        <p className={styles["title"]}>{wordsIn(survey.title, language) || t("survey.untitled")}</p>
        {introduction !== "" && <p>{introduction}</p>}
        {survey.questions.map((question, index) => (
          <div key={question.id} className={styles["question"]}>
            <p>
              {index + 1}. {wordsIn(question.words, language) || "…"}
              {question.isRequired && " *"}
            </p>
            <Answer question={question} language={language} />
          </div>
        ))}
      </div>
    </aside>
  );
};
