import { accounts } from "@mainstay/contract/account";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { LevelMark } from "../../components/level-mark.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";

export const AccountsScreen = () => {
  const { t } = useTranslation();
  const found = useAnswer(accounts.list, { query: {} });
  if (found.isError) return <ErrorState error={found.error} isScreen />;
  if (!found.data) return <LoadingScreen />;
  return (
    <Screen>
      <PageHeader title={t("app.place.accounts")} />
      <ul>
        {found.data.items.map((row) => (
          <li key={row.id}>
            <Link to="/accounts/$accountId" params={{ accountId: row.id }}>
              {row.name}
            </Link>{" "}
            <LevelMark level={row.level} />
          </li>
        ))}
      </ul>
    </Screen>
  );
};
