import { accounts } from "@mainstay/contract/account";
import { type PromiseRow, promises } from "@mainstay/contract/promise";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { type TableColumn, DataTable } from "../../components/data-table/data-table.tsx";
import { useIsPhone } from "../../lib/media.ts";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { PromiseFilters } from "./promise-filters.tsx";
import { DueDay, PromiseMark } from "./promise-marks.tsx";
import { PromiseItem } from "./promise-item.tsx";
import {
  isFiltered,
  noPromiseFilter,
  type PromiseSearch,
  promiseQueryOf,
} from "./promise-search.ts";
import styles from "./promise.module.css";

/** 台账: promises row by row, the soonest due first; on a phone as a list. */
export const PromiseLedger = () => {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const { user } = useSession();
  const [search, change] = useAddressState<PromiseSearch>();
  const found = usePagedAnswer(promises.list, {
    query: { ...promiseQueryOf(search, user.id), limit: 100 },
  });
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  const account = useAnswer(
    accounts.get,
    { params: { accountId: search.account ?? "" } },
    { enabled: search.account !== undefined, staleTime: 300_000 },
  );
  const open = (promise: string) => change({ promise } as PromiseSearch);
  const columns: TableColumn<PromiseRow>[] = [
    {
      key: "what",
      title: t("promise.column.what"),
      width: 280,
      cell: (row) => <span className={styles["title"]}>{row.title}</span>,
    },
    {
      key: "stand",
      title: t("promise.column.stand"),
      width: 130,
      cell: (row) => <PromiseMark promise={row} />,
    },
    {
      key: "due",
      title: t("promise.column.due"),
      width: 180,
      cell: (row) => <DueDay promise={row} />,
    },
    {
      key: "account",
      title: t("promise.column.account"),
      width: 210,
      cell: (row) => (
        <Link
          to="/accounts/$accountId"
          params={{ accountId: row.account.id }}
          onClick={(event) => event.stopPropagation()}
        >
          {row.account.name}
        </Link>
      ),
    },
    {
      key: "department",
      title: t("promise.column.department"),
      width: 150,
      cell: (row) => row.department.name,
    },
    {
      key: "giver",
      title: t("promise.column.giver"),
      width: 120,
      cell: (row) => row.giver?.name ?? <span className="muted">{t("app.nobody")}</span>,
    },
    {
      key: "reworks",
      title: t("promise.column.reworks"),
      width: 70,
      isNumeric: true,
      cell: (row) => (row.reworks === 0 ? <span className="muted">–</span> : row.reworks),
    },
  ];
  const empty = isFiltered(search) ? (
    <EmptyState
      title={t("promise.list.filteredNone")}
      action={<Button onClick={() => change(noPromiseFilter)}>{t("app.clearFilters")}</Button>}
    />
  ) : (
    <EmptyState title={t("promise.list.empty")} words={t("promise.list.emptyWords")} />
  );
  const more = () => {
    if (!found.isFetchingNextPage) void found.fetchNextPage();
  };
  const body = () => {
    if (found.isError && !found.data)
      return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
    if (!found.data) return <RowSkeleton rows={6} />;
    if (rows.length === 0) return empty;
    if (isPhone)
      return (
        <>
          <ul className={styles["list"]} aria-label={t("promise.list.label")}>
            {rows.map((row) => (
              <PromiseItem key={row.id} promise={row} onOpen={() => open(row.id)} showAccount />
            ))}
          </ul>
          {found.hasNextPage && (
            <Button type="text" size="small" onClick={more}>
              {t("app.moreRows")}
            </Button>
          )}
        </>
      );
    return (
      <DataTable
        label={t("promise.list.label")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        isLoading={found.isPlaceholderData}
        hasMore={found.hasNextPage}
        onMore={more}
        onOpen={(row) => open(row.id)}
        empty={empty}
        height="calc(100dvh - 300px)"
        placeKey={JSON.stringify({ ...search, place: "promises", promise: undefined })}
      />
    );
  };
  const { account: named } = { account: account.data ?? null };
  return (
    <>
      <PromiseFilters account={named && { id: named.id, name: named.name }} />
      {body()}
      {found.data && rows.length > 0 && (
        <p className="muted" aria-live="polite">
          {t("promise.list.total", { count: found.data.pages[0]?.total ?? 0 })}
        </p>
      )}
    </>
  );
};
