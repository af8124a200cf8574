import { imports, type ImportBatchView } from "@mainstay/contract/import";
import { formatNumber } from "@mainstay/phrases/format/format-number";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { DataTable, type TableColumn } from "../../components/data-table/data-table.tsx";
import { Instant } from "../../components/day.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useMay } from "../../lib/session.ts";
import styles from "./import.module.css";
import { isWorking } from "./live-batch.ts";
import { UploadPanel } from "./upload-panel.tsx";

/** Every batch, newest first, and the place to drop the next file. */
export const ImportsScreen = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayRun = useMay("import.run");
  const found = usePagedAnswer(
    imports.list,
    { query: { limit: 50 } },
    { refetchInterval: () => 10_000 },
  );
  const pages = found.data?.pages ?? [];
  if (found.isError && pages.length === 0)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  const first = pages[0];
  if (first === undefined) return <LoadingScreen />;
  const rows: ImportBatchView[] = pages.flatMap((page) => page.items);
  const columns: TableColumn<ImportBatchView>[] = [
    {
      key: "file",
      title: t("import.file"),
      width: 200,
      cell: (row) => (
        <Link to="/imports/$importId" params={{ importId: row.id }}>
          {row.source === "file" ? row.fileName : t(`import.source.${row.source}`)}
        </Link>
      ),
    },
    {
      key: "kind",
      title: t("import.kind"),
      width: 96,
      cell: (row) => t(`import.kinds.${row.kind}`),
    },
    {
      key: "status",
      title: t("import.status"),
      width: 120,
      cell: (row) => (
        <span data-status={row.status}>
          {t(`import.statuses.${row.status}`)}
          {isWorking(row) && " …"}
        </span>
      ),
    },
    {
      key: "rows",
      title: t("import.rows"),
      width: 104,
      isNumeric: true,
      cell: (row) => formatNumber(row.rowsTotal ?? Math.max(row.rowsDone, row.rowsChecked)),
    },
    {
      key: "rejected",
      title: t("import.batch.rejected"),
      width: 104,
      isNumeric: true,
      cell: (row) => formatNumber(row.rowsRejected),
    },
    { key: "by", title: t("import.by"), width: 120, cell: (row) => row.createdBy ?? t("app.none") },
    { key: "at", title: t("import.at"), width: 150, cell: (row) => <Instant at={row.createdAt} /> },
  ];
  return (
    <Screen>
      <PageHeader title={t("import.title")} lead={t("import.subtitle")} />
      {mayRun && <UploadPanel />}
      <div className={styles["actions"]} />
      <DataTable
        label={t("import.title")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        total={first.total}
        hasMore={found.hasNextPage}
        onMore={() => void found.fetchNextPage()}
        onOpen={(row) => void navigate({ to: "/imports/$importId", params: { importId: row.id } })}
        empty={t("import.empty")}
        height="60dvh"
      />
    </Screen>
  );
};
