import type { AnswerSheet } from "@mainstay/contract/survey-response";
import type { Locale } from "@mainstay/phrases/locale";
import { useEffect, useState } from "preact/hooks";
import { askServer, type Refusal } from "../public/ask-server.ts";
import {
  type AnswerDraft,
  beginDraft,
  forgetDraft,
  isKeptHere,
  keepDraft,
} from "./answer-draft.ts";
import { createAnswerSaver, type SavingState } from "./answer-saver.ts";

/** The answers somebody gives to a sheet, where they are just now, and how to hand them in. */
export const useAnswers = (token: string, sheet: AnswerSheet, locale: Locale) => {
  const isHere = isKeptHere(sheet);
  const [draft, setDraft] = useState<AnswerDraft>(() => beginDraft(token, sheet, Date.now()));
  const [saving, setSaving] = useState<SavingState>(isHere ? "here" : "idle");
  const [saver] = useState(() =>
    createAnswerSaver(draft, {
      isKeptHere: isHere,
      save: (answers) =>
        askServer<void>({ path: "/survey-answers/save", locale, body: { token, answers } }),
      keep: (next) => {
        keepDraft(token, next);
        setDraft(next);
      },
      tell: setSaving,
    }),
  );
  useEffect(() => {
    const now = () => void saver.send();
    window.addEventListener("online", now);
    now();
    return () => {
      window.removeEventListener("online", now);
      saver.stop();
    };
  }, [saver]);
  return {
    draft,
    saving,
    answer: saver.answer,
    /** Everything at once: from now on it counts. */
    async handIn(website: string): Promise<Refusal | null> {
      saver.stop();
      const { answers, clientRef, since } = saver.draft();
      const seconds = Math.max(0, (Date.now() - since) / 1000);
      const told = await askServer<{ mayChange: boolean }>({
        path: "/survey-answers",
        locale,
        body: { token, answers: Object.values(answers), clientRef, seconds, website, locale },
      });
      if ("refusal" in told) return told.refusal;
      forgetDraft(token);
      return null;
    },
  };
};
