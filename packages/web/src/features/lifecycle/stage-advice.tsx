import { type LifecycleView, lifecycles } from "@mainstay/contract/lifecycle";
import { lifecycleStages } from "@mainstay/domain/lifecycle/lifecycle-stage";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import styles from "./lifecycle.module.css";
import { StageReasons } from "./stage-reason-text.tsx";
import { staleAfterStage } from "./stale-after-stage.ts";

/** What the criteria propose and why; else what the next stage still needs. */
export const StageAdvice = ({ lifecycle }: { lifecycle: LifecycleView }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { proposal, account, version, can } = lifecycle;
  const enter = useAct(lifecycles.enter, {
    refresh: staleAfterStage,
    onSuccess: ({ stage }) =>
      notice.done(t("lifecycle.entered", { stage: t(`glossary.stage.${stage ?? "none"}`) })),
    onError: notice.refused,
  });
  const { stage } = proposal;
  if (stage !== null)
    return (
      <div className={styles["advice"]} data-proposed>
        <div className={styles["adviceWords"]}>
          <strong>{t("lifecycle.proposed", { stage: t(`glossary.stage.${stage}`) })}</strong>
          <StageReasons reasons={proposal.because} />
        </div>
        {can.enter && (
          <Button
            type="primary"
            loading={enter.isPending}
            onClick={() =>
              enter.mutate({
                params: { accountId: account.id },
                body: { stage, how: "proposal" },
                ifMatch: version,
              })
            }
          >
            {t("lifecycle.accept")}
          </Button>
        )}
      </div>
    );
  const next =
    lifecycle.stage === null
      ? undefined
      : lifecycleStages[lifecycleStages.indexOf(lifecycle.stage) + 1];
  if (proposal.missing.length === 0 || !next) return null;
  return (
    <div className={styles["advice"]}>
      <div className={styles["adviceWords"]}>
        <strong>{t("lifecycle.missing", { stage: t(`glossary.stage.${next}`) })}</strong>
        <StageReasons reasons={proposal.missing} />
      </div>
    </div>
  );
};
