import { inspections } from "@mainstay/contract/inspection";
import { Link, useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { isProblem } from "../../lib/problem.ts";
import { useAct, useAnswer } from "../../lib/query.ts";
import { DrawProof } from "./draw-proof.tsx";
import { InspectionItems } from "./inspection-items.tsx";
import { InspectionResults } from "./inspection-results.tsx";
import { useRangeWords } from "./use-range-words.ts";
import type { InspectionView } from "@mainstay/contract/inspection";

/** One inspection: what it found, whom to call, and the proof of its draw. */
export const InspectionScreen = () => {
  const { inspectionId } = useParams({ strict: false }) as { inspectionId: string };
  const { t } = useTranslation();
  const found = useAnswer(inspections.get, { params: { inspectionId } });
  if (isProblem(found.error, "inspection.not_found"))
    return (
      <EmptyState
        title={found.error.words}
        action={<Link to="/voice/inspections">{t("inspection.back")}</Link>}
      />
    );
  if (found.isError && !found.data)
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return found.data ? <Inspection view={found.data} /> : <RowSkeleton rows={5} />;
};

const Inspection = ({ view }: { view: InspectionView }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { range, drawnFrom } = useRangeWords(view);
  const draw = useAct(inspections.draw, {
    refresh: [inspections.get, inspections.list],
    onError: notice.refused,
  });
  return (
    <>
      <PageHeader
        title={`${t("inspection.title")} · ${t("inspection.number", { number: view.number })}`}
        lead={
          <>
            {drawnFrom} · {range} ·{" "}
            {t("inspection.size", { size: view.populationSize, sample: view.sampleSize })}
            {view.isStratified && ` · ${t("inspection.stratified")}`} ·{" "}
            {t(`inspection.status.${view.status}`)}
          </>
        }
        actions={
          view.can.draw && (
            <Button
              type="primary"
              loading={draw.isPending}
              onClick={() => draw.mutate({ params: { inspectionId: view.id } })}
            >
              {t("inspection.draw")}
            </Button>
          )
        }
      />
      {view.status === "announced" && <p className="muted">{t("inspection.drawNote")}</p>}
      {view.results.length > 0 && <InspectionResults results={view.results} />}
      {view.items.length > 0 && <InspectionItems view={view} />}
      <DrawProof view={view} />
    </>
  );
};
