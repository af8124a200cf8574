import { accountPage } from "@mainstay/contract/account-page";
import { useParams } from "@tanstack/react-router";
import { ErrorState } from "../../components/error-state.tsx";
import { LevelMark } from "../../components/level-mark.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";

export const AccountScreen = () => {
  const { accountId } = useParams({ from: "/workspace/accounts/$accountId" });
  const found = useAnswer(accountPage.get, { params: { accountId } });
  if (found.isError) return <ErrorState error={found.error} isScreen />;
  if (!found.data) return <LoadingScreen />;
  return (
    <Screen>
      <PageHeader
        title={found.data.account.name}
        lead={<LevelMark level={found.data.judgement.level} />}
      />
    </Screen>
  );
};
