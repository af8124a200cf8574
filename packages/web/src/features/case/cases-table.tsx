import type { CaseRow, cases } from "@mainstay/contract/case";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TableColumn } from "../../components/data-table/data-table.tsx";
import { DataTable } from "../../components/data-table/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useIsPhone } from "../../lib/media.ts";
import type { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { useNow } from "../handover/use-now.ts";
import { CaseAccountCell, CaseJudgementCell, CaseTitleCell } from "./case-cells.tsx";
import { LevelOfCase } from "./case-mark.tsx";
import { type CaseSearch, isFiltered, noFilter } from "./case-search.ts";
import { CaseCards } from "./case-cards.tsx";
import styles from "./case.module.css";
import { prefetchCase } from "./prefetch-case.ts";
import { useCaseWords } from "./use-case-words.ts";

/** The cases row by row; on a phone as cards. */
export const CasesTable = ({
  found,
}: {
  found: ReturnType<typeof usePagedAnswer<typeof cases.list>>;
}) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const now = useNow();
  const words = useCaseWords();
  const isPhone = useIsPhone();
  const [search, change] = useAddressState<CaseSearch>();
  const pages = found.data?.pages;
  const rows = useMemo(() => (pages ?? []).flatMap((page) => page.items), [pages]);
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = found;
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  const columns: TableColumn<CaseRow>[] = [
    {
      key: "case",
      title: t("case.list.column.case"),
      width: 250,
      cell: (row) => <CaseTitleCell row={row} />,
    },
    {
      key: "judgement",
      title: t("case.list.column.judgement"),
      width: 248,
      cell: (row) => <CaseJudgementCell row={row} now={now} />,
    },
    {
      key: "level",
      title: t("case.list.column.level"),
      width: 94,
      cell: (row) => <LevelOfCase level={row.level} />,
    },
    {
      key: "account",
      title: t("case.list.column.account"),
      width: 190,
      cell: (row) => <CaseAccountCell row={row} />,
    },
    {
      key: "people",
      title: t("case.list.column.people"),
      width: 122,
      cell: (row) =>
        row.handler?.name ?? <span className={styles["nobody"]}>{t("case.person.nobody")}</span>,
    },
    {
      key: "firstResponder",
      title: t("case.list.column.firstResponder"),
      width: 122,
      cell: (row) => row.firstResponder.name,
    },
    {
      key: "opened",
      title: t("case.list.column.opened"),
      width: 134,
      cell: (row) => (
        <time dateTime={row.openedAt} className="numeric">
          {words.at(row.openedAt)}
        </time>
      ),
    },
  ];
  const empty = (
    <EmptyState
      title={t(isFiltered(search) ? "case.list.emptyWhy" : "case.list.emptyHere")}
      action={
        isFiltered(search) ? (
          <Button onClick={() => change(noFilter as CaseSearch)}>{t("app.clearFilters")}</Button>
        ) : (
          search.view !== undefined && (
            <Button onClick={() => change({ view: undefined } as unknown as CaseSearch)}>
              {t("case.list.toRunning")}
            </Button>
          )
        )
      }
    />
  );
  if (isPhone) {
    if (rows.length === 0) return found.isPending ? <RowSkeleton /> : empty;
    return <CaseCards rows={rows} now={now} onMore={hasNextPage ? more : undefined} />;
  }
  return (
    <>
      <DataTable
        label={t("case.list.label")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        isLoading={found.isPending || found.isPlaceholderData}
        hasMore={hasNextPage}
        onMore={more}
        onOpen={(row) => void navigate({ to: "/cases/$caseId", params: { caseId: row.id } })}
        onNear={(row) => void prefetchCase(row.id)}
        empty={empty}
        rowHeight={40}
        height="calc(100dvh - 256px)"
        placeKey={JSON.stringify({ place: "cases", ...search })}
      />
      <div className={styles["foot"]} aria-live="polite">
        <span>
          {hasNextPage
            ? t("case.list.loaded", { count: rows.length })
            : t("app.rows", { count: rows.length })}
        </span>
      </div>
    </>
  );
};
