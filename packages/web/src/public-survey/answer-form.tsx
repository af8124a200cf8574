/** @jsxImportSource preact */
import type { AnswerSheet, GivenAnswer } from "@mainstay/contract/survey-response";
import { findMissingAnswers, isBlank } from "@mainstay/domain/survey/check-answers";
import { formatDay } from "@mainstay/phrases/format/format-day";
import type { Locale } from "@mainstay/phrases/locale";
import { surveyPageWords } from "@mainstay/phrases/public-survey/survey-page-words";
import { useState } from "preact/hooks";
import type { Refusal } from "../public/ask-server.ts";
import { RefusalNote } from "../public/link-state.tsx";
import { placeOf } from "./answer-draft.ts";
import { AnswerProgress } from "./answer-progress.tsx";
import { QuestionSection } from "./question-section.tsx";
import { SavingLine } from "./saving-line.tsx";
import { useAnswers } from "./use-answers.ts";

interface AnswerFormProps {
  readonly token: string;
  readonly sheet: AnswerSheet;
  readonly locale: Locale;
  readonly done: () => void;
}

/** Every question on one page, and the button that hands them in. */
export const AnswerForm = ({ token, sheet, locale, done }: AnswerFormProps) => {
  const words = surveyPageWords[locale];
  const { draft, saving, answer, handIn } = useAnswers(token, sheet, locale);
  const [isTried, setTried] = useState(false);
  const [isWorking, setWorking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [website, setWebsite] = useState("");
  const { questions } = sheet;
  const answers = Object.values(draft.answers);
  const missing = findMissingAnswers(questions, answers);
  const said = new Set(answers.filter((one) => !isBlank(one)).map((one) => one.questionId));
  const submit = async () => {
    setTried(true);
    if (missing.length > 0) {
      const first = document.getElementById(`q-${missing[0]}`);
      first?.scrollIntoView({ block: "start" });
      first?.focus({ preventScroll: true });
      return;
    }
    setWorking(true);
    const refused = await handIn(website);
    setWorking(false);
    setRefusal(refused);
    if (refused === null) done();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <AnswerProgress answered={said.size} of={questions.length} locale={locale} />
      {questions.map((question, index) => (
        <QuestionSection
          key={question.id}
          question={question}
          number={index + 1}
          locale={locale}
          isMissing={isTried && missing.includes(question.id)}
          given={(rowKey = "") => draft.answers[placeOf(question.id, rowKey)]}
          answer={(part: Partial<GivenAnswer>) =>
            answer({
              questionId: question.id,
              rowKey: "",
              score: null,
              choices: [],
              words: null,
              ...part,
            })
          }
        />
      ))}
      <div class="unseen" aria-hidden="true">
        <label for="website">{words.leaveEmpty}</label>
        <input
          id="website"
          name="website"
          type="text"
          tabIndex={-1}
          autocomplete="off"
          value={website}
          onInput={(event) => setWebsite(event.currentTarget.value)}
        />
      </div>
      <SavingLine saving={saving} locale={locale} />
      <p class="small soft">{words.closes(formatDay(sheet.closesOn, locale))}</p>
      {isTried && missing.length > 0 ? (
        <p class="note wrong" role="alert">
          {words.missingSome(missing.length)}
        </p>
      ) : null}
      <RefusalNote refusal={refusal} locale={locale} />
      <button type="submit" class="main wide" disabled={isWorking}>
        {isWorking ? words.handingIn : sheet.state === "answered" ? words.handInAnew : words.handIn}
      </button>
    </form>
  );
};
