import { personLists } from "@mainstay/contract/person-list";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useMay, useSession } from "../../lib/session.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { PeopleExport } from "./people-export.tsx";
import { PeopleFilters } from "./people-filters.tsx";
import { type PeopleSearch, isFiltered, peopleFilterOf } from "./people-search.ts";
import { PeopleTable } from "./people-table.tsx";

/** 人脉: everybody at our customers, to find and to see whom we neglect. */
export const PeopleScreen = () => {
  const { t } = useTranslation();
  const { workspace, user } = useSession();
  const mayImport = useMay("import.run");
  const mayMerge = useMay("person.merge");
  const mayExport = useMay("account.export");
  const [search] = useAddressState<PeopleSearch>();
  const found = usePagedAnswer(personLists.search, {
    query: { ...peopleFilterOf(search, workspace.today), limit: 100 },
  });
  if (found.isError && !found.data)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  if (!found.data) return <LoadingScreen />;
  const total = found.data.pages[0]?.total ?? 0;
  if (total === 0 && !isFiltered(search) && !found.isPlaceholderData)
    return (
      <Screen>
        <EmptyState
          isScreen
          title={t(user.visibility === "all" ? "person.list.nothing" : "person.list.nothingOwn")}
          words={t("person.list.nothingWhy")}
          action={
            <>
              <Link to="/accounts">
                <Button type="primary">{t("person.list.toAccounts")}</Button>
              </Link>
              {mayImport && (
                <Link to="/imports">
                  <Button>{t("person.list.toImport")}</Button>
                </Link>
              )}
            </>
          }
        />
      </Screen>
    );
  return (
    <Screen width="full">
      <PageHeader
        tabTitle={t("person.list.title")}
        title={t(isFiltered(search) ? "person.list.filtered" : "person.list.headline", {
          count: total,
        })}
        actions={
          <>
            <Link to="/people/days">
              <Button>{t("person.list.days")}</Button>
            </Link>
            {mayMerge && (
              <Link to="/people/duplicates">
                <Button>{t("person.list.duplicates")}</Button>
              </Link>
            )}
            {mayExport && <PeopleExport search={search} />}
          </>
        }
      />
      <PeopleFilters />
      <PeopleTable found={found} />
    </Screen>
  );
};
