import { imports, type ImportBatchView, type RejectionView } from "@mainstay/contract/import";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { DataTable, type TableColumn } from "../../components/data-table/data-table.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { addressOf } from "../../lib/call.ts";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import styles from "./import.module.css";
import { useImportWords } from "./import-words.ts";

const kept = 100_000;

/** Refused rows: line, reason, and what stood there; all of them as a file to mend. */
export const Rejections = ({ batch }: { batch: ImportBatchView }) => {
  const { t } = useTranslation();
  const words = useImportWords();
  const params = { importId: batch.id };
  const found = usePagedAnswer(imports.rejections, { params, query: { limit: 100 } });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const rows: RejectionView[] = (found.data?.pages ?? []).flatMap((page) => page.items);
  const columns: TableColumn<RejectionView>[] = [
    {
      key: "reason",
      title: t("import.errors.reason"),
      width: 280,
      cell: (row) => words.rejection(row),
    },
    {
      key: "line",
      title: t("import.errors.line"),
      width: 84,
      isNumeric: true,
      cell: (row) => row.line,
    },
    {
      key: "cells",
      title: t("import.errors.cells"),
      width: 420,
      cell: (row) => <span className="muted">{row.cells.join(" | ")}</span>,
    },
  ];
  return (
    <section className={styles["panel"]}>
      <h2>{t("import.errors.title")}</h2>
      {batch.rowsRejected > kept && (
        <p className={styles["hint"]}>{t("import.errors.truncated", { n: kept })}</p>
      )}
      <DataTable
        label={t("import.errors.title")}
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.line)}
        total={batch.rowsRejected}
        isLoading={found.isPending}
        hasMore={found.hasNextPage}
        onMore={() => void found.fetchNextPage()}
        height="360px"
      />
      <div className={styles["actions"]}>
        <Button href={addressOf(imports.rejectionsFile, params)} download>
          {t("import.errors.download")}
        </Button>
      </div>
    </section>
  );
};
