import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";

export const NotFoundScreen = () => {
  const { t } = useTranslation();
  return (
    <EmptyState
      isScreen
      title={t("state.notFound")}
      words={t("state.notFoundWhy")}
      action={<Link to="/">{t("state.toToday")}</Link>}
    />
  );
};
