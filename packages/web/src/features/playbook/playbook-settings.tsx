import { playbooks } from "@mainstay/contract/playbook";
import { type LifecycleStage, lifecycleStages } from "@mainstay/domain/lifecycle/lifecycle-stage";
import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import styles from "./playbook.module.css";
import { PlaybookEditor } from "./playbook-editor.tsx";

/** The standard actions of each stage: what is in force, what is being written, when it would fall, what was before. */
export const PlaybookSettings = () => {
  const { t } = useTranslation();
  const [stage, setStage] = useState<LifecycleStage>("onboarding");
  const found = useAnswer(playbooks.get, { params: { stage } });
  return (
    <>
      <PageHeader title={t("playbook.title")} lead={t("playbook.lead")} />
      <div className={styles["stages"]}>
        <Segmented
          aria-label={t("playbook.stages")}
          value={stage}
          onChange={(next) => setStage(next as LifecycleStage)}
          options={lifecycleStages.map((value) => ({
            value,
            label: t(`glossary.stage.${value}`),
          }))}
        />
      </div>
      {found.isError && !found.data && (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <RowSkeleton rows={6} />}
      {found.data && <PlaybookEditor key={stage} playbook={found.data} />}
    </>
  );
};
