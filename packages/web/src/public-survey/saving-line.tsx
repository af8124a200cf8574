/** @jsxImportSource preact */
import type { Locale } from "@mainstay/phrases/locale";
import { surveyPageWords } from "@mainstay/phrases/public-survey/survey-page-words";
import type { SavingState } from "./answer-saver.ts";

/** Where the answers are just now, read out when that changes. */
export const SavingLine = ({ saving, locale }: { saving: SavingState; locale: Locale }) => {
  const words = surveyPageWords[locale];
  const told = {
    here: words.onDevice,
    idle: "",
    saving: words.saving,
    saved: words.saved,
    unsaved: words.unsaved,
  }[saving];
  return (
    <p class={saving === "unsaved" ? "small wrong-words" : "small soft"} role="status">
      {told}
    </p>
  );
};
