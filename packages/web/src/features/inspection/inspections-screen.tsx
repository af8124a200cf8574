import { type InspectionRow, inspections } from "@mainstay/contract/inspection";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import styles from "./inspection.module.css";
import { useRangeWords } from "./use-range-words.ts";

const AnnounceDialog = lazy(() =>
  import("./announce-dialog.tsx").then((m) => ({ default: m.AnnounceDialog })),
);

/** 回访抽查: every inspection, the newest first; none is ever deleted. */
export const InspectionsScreen = () => {
  const { t } = useTranslation();
  const [isAnnouncing, setAnnouncing] = useState(false);
  const found = useAnswer(inspections.list, {});
  const items = found.data?.items ?? [];
  return (
    <>
      <PageHeader
        title={t("inspection.title")}
        lead={t("inspection.lead")}
        actions={
          found.data?.can.announce === true && (
            <Button type="primary" onClick={() => setAnnouncing(true)}>
              {t("inspection.announce")}
            </Button>
          )
        }
      />
      {found.isError && !found.data ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <RowSkeleton rows={3} />
      ) : items.length === 0 ? (
        <EmptyState title={t("inspection.none")} words={t("inspection.noneWords")} />
      ) : (
        <ul className={styles["list"]}>
          {items.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </ul>
      )}
      <Suspense>{isAnnouncing && <AnnounceDialog onClose={() => setAnnouncing(false)} />}</Suspense>
    </>
  );
};

const Row = ({ row }: { row: InspectionRow }) => {
  const { t } = useTranslation();
  const { range, drawnFrom } = useRangeWords(row);
  return (
    <li className={styles["item"]}>
      <span className={styles["words"]}>
        <Link to="/voice/inspections/$inspectionId" params={{ inspectionId: row.id }}>
          {t("inspection.number", { number: row.number })} · {drawnFrom} · {range}
        </Link>
        <span className="muted">
          {t("inspection.size", { size: row.populationSize, sample: row.sampleSize })}
          {row.isStratified && ` · ${t("inspection.stratified")}`} · {row.announcedBy.name}
        </span>
      </span>
      <span className={styles["status"]} data-status={row.status}>
        {t(`inspection.status.${row.status}`)}
      </span>
      {row.status !== "announced" && (
        <span className="muted">
          {t("inspection.progress", {
            done: row.done,
            unreachable: row.unreachable,
            waiting: row.waiting,
          })}
        </span>
      )}
    </li>
  );
};
