import { type SurveyShape, type SurveyView, surveys } from "@mainstay/contract/survey";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAskConflict } from "../../components/ask-conflict.tsx";
import { call } from "../../lib/call.ts";
import { useNotice } from "../../lib/notice.tsx";
import { isProblem } from "../../lib/problem.ts";
import { answerKey, queryClient } from "../../lib/query.ts";
import { useBilingual } from "./use-bilingual.ts";

const shortened = (words: string) => (words.length > 40 ? `${words.slice(0, 40)}…` : words);

/** Saves a survey as it is written; when somebody else saved meanwhile, both are shown and the reader chooses. */
export const useSaveSurvey = (
  surveyId: string,
  onTaken: (survey: SurveyView, sent?: SurveyShape) => void,
) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const say = useBilingual();
  const askConflict = useAskConflict();
  const [isSaving, setSaving] = useState(false);
  const params = { surveyId };
  const take = (survey: SurveyView, sent?: SurveyShape) => {
    queryClient.setQueryData(answerKey(surveys.get, { params }), survey);
    void queryClient.invalidateQueries({ queryKey: [surveys.list.id] });
    onTaken(survey, sent);
  };
  const write = async (draft: SurveyShape, ifMatch: number): Promise<void> => {
    take(await call(surveys.edit, { params, ifMatch, body: draft }), draft);
    notice.done(t("survey.saved"));
  };
  const asked = ({ questions }: SurveyShape) =>
    [
      t("survey.questions", { count: questions.length }),
      ...questions.map(({ words }, index) => `${index + 1}. ${shortened(say(words))}`),
    ].join("\n");
  const settle = async (draft: SurveyShape): Promise<void> => {
    const theirs = await call(surveys.get, { params });
    const isMine = await askConflict(say(theirs.title) || t("survey.untitled"), [
      { label: t("survey.field.title"), mine: say(draft.title), theirs: say(theirs.title) },
      {
        label: t("survey.field.introduction"),
        mine: say(draft.introduction),
        theirs: say(theirs.introduction),
      },
      { label: t("survey.section.questions"), mine: asked(draft), theirs: asked(theirs) },
    ]);
    if (isMine) await write(draft, theirs.version);
    else take(theirs);
  };
  const save = async (draft: SurveyShape, ifMatch: number): Promise<void> => {
    setSaving(true);
    try {
      await write(draft, ifMatch).catch((error: unknown) => {
        if (isProblem(error, "request.version_conflict")) return settle(draft);
        throw error;
      });
    } catch (error) {
      notice.refused(error);
    } finally {
      setSaving(false);
    }
  };
  return { save, isSaving };
};
