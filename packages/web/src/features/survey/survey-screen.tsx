import { type SurveyView, surveys } from "@mainstay/contract/survey";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { SurveyBuilder } from "./survey-builder.tsx";

/** One survey: written, checked, previewed and sent. */
export const SurveyScreen = () => {
  const { surveyId } = useParams({ from: "/workspace/voice/surveys/$surveyId" });
  const { t } = useTranslation();
  const found = useAnswer(surveys.get, { params: { surveyId } });
  if (found.isError && !found.data)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  if (!found.data) return <LoadingScreen />;
  const survey: SurveyView = found.data;
  return <SurveyBuilder key={survey.id} survey={survey} untitled={t("survey.untitled")} />;
};
