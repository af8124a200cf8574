import type { SurveyShape, SurveyView } from "@mainstay/contract/survey";
import { useMemo } from "react";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import { draftOf, type KeptDraft, keptDraft, readKeptDraft } from "./survey-draft.ts";

/**
 * What is written of a survey, and which version it was written on. Nothing written follows the server; something written
 * stays on its version, through reloads and whatever colleagues save meanwhile, so that saving it finds the conflict.
 */
export const useSurveyDraft = (survey: SurveyView) => {
  const { text, setText } = useUnsavedText(`survey:${survey.id}`);
  const written = useMemo(() => readKeptDraft(text), [text]);
  const { version, draft }: KeptDraft = written ?? {
    version: survey.version,
    draft: draftOf(survey),
  };
  return {
    draft,
    version,
    isChanged: written !== null,
    change: (about: Partial<SurveyShape>) =>
      setText(keptDraft({ version, draft: { ...draft, ...about } }, survey)),
    /** Saved as `sent`, or given up for theirs: what was typed after that goes on, on the new version. */
    taken: (saved: SurveyView, sent?: SurveyShape) =>
      setText((now) => {
        const later = readKeptDraft(now);
        const isSent = JSON.stringify(later?.draft) === JSON.stringify(sent);
        return later === null || sent === undefined || isSent
          ? ""
          : keptDraft({ version: saved.version, draft: later.draft }, saved);
      }),
    forget: () => setText(""),
  };
};
