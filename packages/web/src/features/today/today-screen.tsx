import { today } from "@mainstay/contract/today";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";

export const TodayScreen = () => {
  const { t } = useTranslation();
  const found = useAnswer(today.get, { query: {} });
  if (found.isError) return <ErrorState error={found.error} isScreen />;
  if (!found.data) return <LoadingScreen />;
  return (
    <Screen>
      <PageHeader title={t("today.title")} />
    </Screen>
  );
};
