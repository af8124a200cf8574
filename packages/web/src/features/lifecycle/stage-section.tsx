import { lifecycles } from "@mainstay/contract/lifecycle";
import { Button } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import styles from "./lifecycle.module.css";
import { RunPanel } from "./run-panel.tsx";
import { StageAdvice } from "./stage-advice.tsx";
import { EnterStageDialog, LeaveStageDialog } from "./stage-dialog.tsx";
import { StageHistory } from "./stage-history.tsx";
import { StageLane } from "./stage-lane.tsx";

/** The stage of the account's life with us: the lane, what is proposed, and the playbook at work. */
export const StageSection = ({ accountId }: { accountId: string }) => {
  const { t } = useTranslation();
  const id = useId();
  const found = useAnswer(lifecycles.get, { params: { accountId } });
  const [dialog, setDialog] = useState<"enter" | "leave" | null>(null);
  const lifecycle = found.data;
  const close = () => setDialog(null);
  return (
    <section aria-labelledby={id}>
      <div className={styles["head"]}>
        <h2 id={id}>{t("lifecycle.title")}</h2>
        {lifecycle?.can.enter === true && (
          <div className={styles["acts"]}>
            <Button size="small" onClick={() => setDialog("enter")}>
              {t("lifecycle.enter")}
            </Button>
            {lifecycle.stage !== null && (
              <Button size="small" type="text" onClick={() => setDialog("leave")}>
                {t("lifecycle.leave")}
              </Button>
            )}
          </div>
        )}
      </div>
      {found.isError && !lifecycle && (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <RowSkeleton rows={3} />}
      {lifecycle && (
        <div className={styles["parts"]}>
          <StageLane lifecycle={lifecycle} />
          <StageAdvice lifecycle={lifecycle} />
          {lifecycle.stage === null && lifecycle.run === null && (
            <EmptyState title={t("lifecycle.nowhere")} words={t("lifecycle.nowhereWhy")} />
          )}
          {lifecycle.run !== null && (
            <RunPanel key={lifecycle.run.id} run={lifecycle.run} today={lifecycle.today} />
          )}
          <StageHistory entries={lifecycle.entries} />
          {dialog === "enter" && <EnterStageDialog lifecycle={lifecycle} onClose={close} />}
          {dialog === "leave" && <LeaveStageDialog lifecycle={lifecycle} onClose={close} />}
        </div>
      )}
    </section>
  );
};
