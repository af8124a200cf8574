import { imports, type ImportBatchView } from "@mainstay/contract/import";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { Button, Popconfirm, Steps } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { CheckedStep } from "./checked-step.tsx";
import styles from "./import.module.css";
import { isWorking, useLiveBatch } from "./live-batch.ts";
import { MappingStep } from "./mapping-step.tsx";
import { ReadingStep } from "./reading-step.tsx";
import { ResultStep } from "./result-step.tsx";
import { WorkingStep } from "./working-step.tsx";

type Stage = "read" | "map";

const stepOf = (batch: ImportBatchView, stage: Stage | null): number => {
  if (stage === "map" && ["uploaded", "checked"].includes(batch.status)) return 2;
  if (batch.status === "uploaded") return 1;
  if (batch.status === "checking" || batch.status === "checked") return 3;
  return batch.status === "committing" ? 4 : 5;
};

const Step = ({
  batch,
  stage,
  onStage,
}: {
  batch: ImportBatchView;
  stage: Stage | null;
  onStage: (stage: Stage | null) => void;
}) => {
  if (isWorking(batch)) return <WorkingStep batch={batch} />;
  if (batch.can.map && stage === "map")
    return <MappingStep batch={batch} onBack={() => onStage("read")} />;
  if (batch.status === "uploaded" || (batch.can.map && stage === "read"))
    return <ReadingStep batch={batch} onNext={() => onStage("map")} />;
  if (batch.status === "checked") return <CheckedStep batch={batch} onMap={() => onStage("map")} />;
  return <ResultStep batch={batch} />;
};

/** One import from reading to result: whatever state it is in, this page shows what comes next. */
export const ImportScreen = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const notice = useNotice();
  const { importId } = useParams({ from: "/workspace/imports/$importId" });
  const [stage, setStage] = useState<Stage | null>(null);
  const found = useLiveBatch(importId);
  const discard = useAct(imports.discard, {
    refresh: [imports.list],
    onSuccess: () => {
      notice.done(t("import.discard.done"));
      void navigate({ to: "/imports" });
    },
    onError: notice.refused,
  });
  if (found.isError)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  const batch = found.data;
  if (!batch) return <LoadingScreen />;
  // A job that began leaves the mapping behind: its result is shown when it ends.
  if (isWorking(batch) && stage !== null) setStage(null);
  const current = stepOf(batch, stage);
  const name = batch.source === "file" ? batch.fileName : t(`import.source.${batch.source}`);
  return (
    <Screen>
      <PageHeader
        title={name}
        lead={
          <>
            <Link to="/imports">{t("import.back")}</Link> · {t(`import.kinds.${batch.kind}`)} ·{" "}
            {t(`import.statuses.${batch.status}`)}
          </>
        }
        actions={
          batch.can.discard && (
            <Popconfirm
              title={t("import.discard.ask")}
              okText={t("import.discard.act")}
              cancelText={t("app.cancel")}
              onConfirm={() => discard.mutate({ params: { importId } })}
            >
              <Button loading={discard.isPending}>{t("import.discard.act")}</Button>
            </Popconfirm>
          )
        }
      />
      {batch.source === "file" && current < 5 && (
        <Steps
          className={styles["steps"] ?? ""}
          size="small"
          current={current}
          responsive
          items={(["upload", "read", "map", "check", "commit"] as const).map((step) => ({
            title: t(`import.steps.${step}`),
          }))}
        />
      )}
      <Step key={batch.status} batch={batch} stage={stage} onStage={setStage} />
    </Screen>
  );
};
