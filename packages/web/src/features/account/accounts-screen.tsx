import { accounts } from "@mainstay/contract/account";
import { Link } from "@tanstack/react-router";
import { Button, Segmented } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { ColumnChoice } from "../../components/data-table/column-choice.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { Icon } from "../../components/icon.tsx";
import { Screen } from "../../components/page-header.tsx";
import { LoadingScreen, RowSkeleton } from "../../components/skeleton.tsx";
import { useIsPhone } from "../../lib/media.ts";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useAnswer } from "../../lib/query.ts";
import { useMay, useSession } from "../../lib/session.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { accountColumns } from "@mainstay/contract/account-columns";
import { keepPreviousData } from "@tanstack/react-query";
import { AccountFilters } from "./account-filters.tsx";
import type { AccountSearch } from "./account-search.ts";
import { columnsOf, defaultColumns, filterOf, isFiltered, orderOf } from "./account-search.ts";
import { AccountsHeadline } from "./accounts-headline.tsx";
import { AccountsTable } from "./accounts-table.tsx";
import { ExportButton } from "./export-button.tsx";
import { PortfolioChips } from "./portfolio-chips.tsx";
import { SavedViews } from "./saved-views.tsx";
import styles from "./accounts-screen.module.css";

const Matrix = lazy(() =>
  import("../policy/matrix-panel.tsx").then((m) => ({ default: m.MatrixPanel })),
);
const Board = lazy(() =>
  import("../lifecycle/stage-board.tsx").then((m) => ({ default: m.StageBoard })),
);
const OpenAccount = lazy(() =>
  import("./open-account-dialog.tsx").then((m) => ({ default: m.OpenAccountDialog })),
);

/** Who my accounts are, what they bring, what is at risk: as a table, as the value × potential matrix, or by stage. */
export const AccountsScreen = () => {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const mayEdit = useMay("account.edit");
  const mayExport = useMay("account.export");
  const mayImport = useMay("import.run");
  const isOwnOnly = useSession().user.visibility === "own";
  const [search, change] = useAddressState<AccountSearch>();
  const [isOpening, setOpening] = useState(false);
  const summary = useAnswer(
    accounts.summary,
    { query: filterOf(search) },
    { placeholderData: keepPreviousData },
  );
  const found = usePagedAnswer(accounts.list, {
    query: { ...filterOf(search), ...orderOf(search), limit: 100 },
  });
  if (summary.isError && !summary.data)
    return <ErrorState error={summary.error} isScreen onRetry={() => void summary.refetch()} />;
  if (!summary.data) return <LoadingScreen />;
  const open = mayEdit && (
    <Button icon={<Icon name="plus" />} onClick={() => setOpening(true)}>
      {t("account.open")}
    </Button>
  );
  const dialog = isOpening && (
    <Suspense>
      <OpenAccount onClose={() => setOpening(false)} />
    </Suspense>
  );
  if (summary.data.accounts === 0 && !isFiltered(search))
    return (
      <Screen>
        <EmptyState
          isScreen
          title={t(isOwnOnly ? "account.nothingOwn" : "account.nothing")}
          words={t(isOwnOnly ? "account.nothingOwnWhy" : "account.nothingWhy")}
          action={
            <>
              {mayImport && (
                <Link to="/imports">
                  <Button type="primary">{t("account.toImport")}</Button>
                </Link>
              )}
              {open}
            </>
          }
        />
        {dialog}
      </Screen>
    );
  const view = search.view ?? "table";
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Screen width="full">
      <AccountsHeadline
        summary={summary.data}
        isFiltered={isFiltered(search)}
        actions={
          <>
            <Segmented
              aria-label={t("account.view")}
              value={view}
              onChange={(next) =>
                change({ view: next === "table" ? undefined : (next as "matrix" | "board") })
              }
              options={(["table", "matrix", "board"] as const).map((value) => ({
                value,
                label: t(`account.viewName.${value}`),
              }))}
            />
            <Link to="/programme">
              <Button tabIndex={-1}>{t("account.programme")}</Button>
            </Link>
            {open}
          </>
        }
      />
      <PortfolioChips summary={summary.data} />
      <div className={styles["bar"]}>
        <AccountFilters rows={rows} />
        <div className={styles["tools"]}>
          <SavedViews />
          {!isPhone && view === "table" && (
            <ColumnChoice
              columns={accountColumns.map((key) => ({ key, title: t(`account.column.${key}`) }))}
              shown={columnsOf(search)}
              onChange={(shown) => {
                const before = columnsOf(search);
                const chosen = [
                  ...before.filter((key) => shown.includes(key)),
                  ...accountColumns.filter((key) => shown.includes(key) && !before.includes(key)),
                ];
                const isDefault = chosen.join() === defaultColumns.join();
                change({ columns: isDefault ? undefined : chosen });
              }}
            />
          )}
          {mayExport && <ExportButton search={search} />}
        </div>
      </div>
      {view === "table" ? (
        <AccountsTable found={found} />
      ) : (
        <Suspense fallback={<RowSkeleton />}>{view === "matrix" ? <Matrix /> : <Board />}</Suspense>
      )}
      {dialog}
    </Screen>
  );
};
