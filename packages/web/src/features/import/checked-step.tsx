import { imports, type ImportBatchView } from "@mainstay/contract/import";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { Icon } from "../../components/icon.tsx";
import { useAct } from "../../lib/query.ts";
import { Figures } from "./figures.tsx";
import styles from "./import.module.css";
import { keepBatch } from "./live-batch.ts";
import { Rejections } from "./rejections.tsx";

/** What the dry run found, row by row, and the decision to take the good rows over. */
export const CheckedStep = ({ batch, onMap }: { batch: ImportBatchView; onMap: () => void }) => {
  const { t } = useTranslation();
  const commit = useAct(imports.commit, { onSuccess: keepBatch, refresh: [imports.list] });
  const total = batch.rowsTotal ?? 0;
  const good = total - batch.rowsRejected - batch.rowsSkipped;
  const counted = batch.kind !== "order";
  return (
    <>
      <section className={styles["panel"]}>
        <h2>{t("import.check.done")}</h2>
        <Figures
          of={[
            [t("import.check.good"), good],
            [t("import.check.rejected"), batch.rowsRejected],
            [t("import.check.skipped"), batch.rowsSkipped],
            ...(counted
              ? ([
                  [t("import.check.wouldCreate"), batch.recordsCreated],
                  [t("import.check.wouldUpdate"), batch.recordsUpdated],
                ] as const)
              : []),
          ]}
        />
        <p className={styles["hint"]}>
          {good === 0
            ? t("import.check.nothing")
            : batch.rowsRejected === 0
              ? t("import.check.allGood")
              : t("import.check.someBad")}
        </p>
        {batch.bulkWarning !== null && (
          <p role="note" className={styles["hint"]}>
            <Icon name="warning" size={14} />{" "}
            {batch.bulkWarning.acknowledgedBy === null
              ? t("import.check.bulk", batch.bulkWarning)
              : t("import.check.bulkDone", { name: batch.bulkWarning.acknowledgedBy })}
          </p>
        )}
        <FormProblem error={commit.error} />
        <div className={styles["actions"]}>
          <Button
            type="primary"
            disabled={good === 0 || !batch.can.commit}
            loading={commit.isPending}
            onClick={() => commit.mutate({ params: { importId: batch.id } })}
          >
            {t("import.check.commit", { n: good })}
          </Button>
          {batch.can.map && <Button onClick={onMap}>{t("import.check.again")}</Button>}
        </div>
      </section>
      {batch.rowsRejected > 0 && <Rejections batch={batch} />}
    </>
  );
};
