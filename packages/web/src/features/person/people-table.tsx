import type { PersonRow, personLists } from "@mainstay/contract/person-list";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TableColumn } from "../../components/data-table/data-table.tsx";
import { DataTable } from "../../components/data-table/data-table.tsx";
import { Day } from "../../components/day.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useIsPhone } from "../../lib/media.ts";
import type { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useSession } from "../../lib/session.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { prefetchPerson } from "../person-page/prefetch-person.ts";
import { PeopleCards } from "./people-cards.tsx";
import { PersonJobCell, PersonNameCell, PersonRoleCell } from "./people-cells.tsx";
import { type PeopleSearch, isFiltered, noFilter } from "./people-search.ts";
import styles from "./people-screen.module.css";

/** The people row by row; on a phone as cards. */
export const PeopleTable = ({
  found,
}: {
  found: ReturnType<typeof usePagedAnswer<typeof personLists.search>>;
}) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { workspace } = useSession();
  const isPhone = useIsPhone();
  const [search, change] = useAddressState<PeopleSearch>();
  const pages = found.data?.pages;
  const rows = useMemo(() => (pages ?? []).flatMap((page) => page.items), [pages]);
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = found;
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  const columns = useMemo<TableColumn<PersonRow>[]>(
    () => [
      {
        key: "person",
        title: t("person.list.person"),
        width: 150,
        cell: (row) => <PersonNameCell row={row} />,
      },
      {
        key: "job",
        title: t("person.list.job"),
        width: 420,
        cell: (row) => <PersonJobCell row={row} />,
      },
      {
        key: "role",
        title: t("person.list.role"),
        width: 160,
        cell: (row) => <PersonRoleCell row={row} />,
      },
      {
        key: "reach",
        title: t("person.list.reach"),
        width: 170,
        cell: (row) =>
          row.jobs[0]?.workPhone ?? row.jobs[0]?.workEmail ?? <span className="muted">–</span>,
      },
      {
        key: "lastContact",
        title: t("person.list.lastContact"),
        width: 140,
        cell: (row) =>
          row.lastContactOn === null ? (
            <span className="muted">{t("person.list.never")}</span>
          ) : (
            <Day on={row.lastContactOn} today={workspace.today} />
          ),
      },
    ],
    [t, workspace.today],
  );
  const empty = (
    <EmptyState
      title={t("person.list.filteredNone")}
      words={t("person.list.filteredNoneWhy")}
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
      <PeopleCards rows={rows} today={workspace.today} onMore={hasNextPage ? more : undefined} />
    );
  }
  return (
    <>
      <DataTable
        label={t("person.list.label")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        total={pages?.[0]?.total ?? 0}
        isLoading={found.isPending || found.isPlaceholderData}
        hasMore={hasNextPage}
        onMore={more}
        onOpen={(row) => void navigate({ to: "/people/$personId", params: { personId: row.id } })}
        onNear={(row) => void prefetchPerson(row.id)}
        empty={empty}
        rowHeight={38}
        height="calc(100dvh - 208px)"
        placeKey={JSON.stringify({ place: "people", ...search })}
      />
      <div className={styles["foot"]} aria-live="polite">
        <span>{t("app.rows", { count: pages?.[0]?.total ?? 0 })}</span>
      </div>
    </>
  );
};
