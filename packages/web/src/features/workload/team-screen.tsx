import { type WorkloadView, workloads } from "@mainstay/contract/workload";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { usePreferences } from "../../lib/preferences.ts";
import { useAnswer } from "../../lib/query.ts";
import { ColleagueTable } from "./colleague-table.tsx";
import { UnownedSection } from "./unowned-section.tsx";

/** The team in one sentence: who carries too much, else what is late, else what nobody owns. */
const judgement = (view: WorkloadView, t: TFunction, listOf: (names: string[]) => string) => {
  const tooMuch = view.colleagues.filter(({ level }) => level === "overloaded");
  if (view.colleagues.length === 0) return t("workload.title.nobody");
  if (tooMuch.length > 0)
    return t("workload.title.overloaded", {
      count: tooMuch.length,
      names: listOf(tooMuch.slice(0, 3).map(({ user }) => user.name)),
    });
  const late = view.colleagues.reduce((sum, { overdue }) => sum + overdue, 0);
  if (late > 0) return t("workload.title.late", { count: late });
  const { items: _, ...counts } = view.unowned;
  const unowned = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return unowned > 0 ? t("workload.title.unowned", { count: unowned }) : t("workload.title.even");
};

/** For who leads: who of the team carries what, who too much, what is late and what nobody owns. */
export const TeamScreen = () => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const found = useAnswer(workloads.get, {});
  if (found.isError && !found.data)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  if (!found.data) return <LoadingScreen />;
  const view = found.data;
  const listOf = (names: string[]) => new Intl.ListFormat(locale).format(names);
  return (
    <Screen>
      <PageHeader
        tabTitle={t("workload.tabTitle")}
        title={judgement(view, t, listOf)}
        lead={
          view.medianPoints === null
            ? t("workload.leadAlone")
            : t("workload.lead", { median: view.medianPoints })
        }
      />
      {view.colleagues.length > 0 && <ColleagueTable view={view} />}
      <UnownedSection view={view} />
    </Screen>
  );
};
