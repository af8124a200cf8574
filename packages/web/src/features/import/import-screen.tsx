import { imports } from "@mainstay/contract/import";
import { useParams } from "@tanstack/react-router";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";

export const ImportScreen = () => {
  const { importId } = useParams({ from: "/workspace/imports/$importId" });
  const found = useAnswer(imports.get, { params: { importId } });
  if (found.isError) return <ErrorState error={found.error} isScreen />;
  if (!found.data) return <LoadingScreen />;
  return (
    <Screen>
      <PageHeader title={found.data.fileName} />
    </Screen>
  );
};
