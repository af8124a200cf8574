import type { accounts } from "@mainstay/contract/account";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { Suspense, lazy, useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../components/data-table/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useIsPhone } from "../../lib/media.ts";
import type { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useMay, useSession } from "../../lib/session.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { AccountCards } from "./account-cards.tsx";
import { useAccountColumns } from "./account-columns.tsx";
import type { AccountSearch, AccountSort } from "./account-search.ts";
import { columnsOf, isFiltered, noFilter, orderOf } from "./account-search.ts";
import { useKeptSelection } from "./kept-selection.ts";
import { prefetchAccount } from "./prefetch-account.ts";
import styles from "./accounts-screen.module.css";

const BulkManager = lazy(() =>
  import("./bulk-manager-dialog.tsx").then((m) => ({ default: m.BulkManagerDialog })),
);

/** The accounts row by row; on a phone as cards. */
export const AccountsTable = ({
  found,
}: {
  found: ReturnType<typeof usePagedAnswer<typeof accounts.list>>;
}) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { workspace } = useSession();
  const mayEdit = useMay("account.edit");
  const isPhone = useIsPhone();
  const [search, change] = useAddressState<AccountSearch>();
  const [selected, select] = useKeptSelection();
  const [isChanging, setChanging] = useState(false);
  const pages = found.data?.pages;
  const rows = useMemo(() => (pages ?? []).flatMap((page) => page.items), [pages]);
  const chosen = useMemo(() => columnsOf(search), [search]);
  const columns = useAccountColumns(chosen, workspace.baseCurrency, workspace.today);
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = found;
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  const { sort, direction } = orderOf(search);
  if (found.isError && rows.length === 0)
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const empty = (
    <EmptyState
      title={t("account.filteredNone")}
      words={t("account.filteredNoneWhy")}
      action={
        isFiltered(search) && (
          <Button onClick={() => change(noFilter)}>{t("app.clearFilters")}</Button>
        )
      }
    />
  );
  if (isPhone) {
    if (rows.length === 0) return found.isPending ? <RowSkeleton /> : empty;
    return (
      <AccountCards
        rows={rows}
        currency={workspace.baseCurrency}
        today={workspace.today}
        onMore={hasNextPage ? more : undefined}
      />
    );
  }
  return (
    <>
      <DataTable
        label={t("account.tableLabel")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        total={pages?.[0]?.total ?? 0}
        isLoading={found.isPending || found.isPlaceholderData}
        hasMore={hasNextPage}
        onMore={more}
        onOpen={(row) =>
          void navigate({ to: "/accounts/$accountId", params: { accountId: row.id } })
        }
        onNear={(row) => void prefetchAccount(row.id)}
        sort={{ by: sort, direction }}
        onSort={(next) => change({ sort: next.by as AccountSort, direction: next.direction })}
        selected={selected}
        onSelect={select}
        empty={empty}
        rowHeight={38}
        height="calc(100dvh - 262px)"
        placeKey={JSON.stringify(search)}
      />
      <div className={styles["foot"]} aria-live="polite">
        {selected.size > 0 ? (
          <>
            <span>{t("app.selected", { count: selected.size })}</span>
            {mayEdit && (
              <Button size="small" onClick={() => setChanging(true)}>
                {t("account.bulkManager")}
              </Button>
            )}
            <Button size="small" type="text" onClick={() => select(new Set())}>
              {t("app.clearSelection")}
            </Button>
          </>
        ) : (
          <>
            <span>{t("app.rows", { count: pages?.[0]?.total ?? 0 })}</span>
            <span className={styles["keys"]}>{t("app.keys")}</span>
          </>
        )}
      </div>
      {isChanging && (
        <Suspense>
          <BulkManager
            accountIds={[...selected]}
            onClose={() => setChanging(false)}
            onDone={() => {
              setChanging(false);
              select(new Set());
            }}
          />
        </Suspense>
      )}
    </>
  );
};
