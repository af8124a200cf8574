import { imports } from "@mainstay/contract/import";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";

export const ImportsScreen = () => {
  const { t } = useTranslation();
  const found = useAnswer(imports.list, { query: {} });
  if (found.isError) return <ErrorState error={found.error} isScreen />;
  if (!found.data) return <LoadingScreen />;
  return (
    <Screen>
      <PageHeader title={t("app.place.imports")} />
      <ul>
        {found.data.items.map((batch) => (
          <li key={batch.id}>
            <Link to="/imports/$importId" params={{ importId: batch.id }}>
              {batch.fileName}
            </Link>
          </li>
        ))}
      </ul>
    </Screen>
  );
};
