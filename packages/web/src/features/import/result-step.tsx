import { imports, type ImportBatchView } from "@mainstay/contract/import";
import { Link } from "@tanstack/react-router";
import { Alert, Button, Popconfirm } from "antd";
import { useTranslation } from "react-i18next";
import { Instant } from "../../components/day.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { isProblem } from "../../lib/problem.ts";
import { useAct } from "../../lib/query.ts";
import { Figures } from "./figures.tsx";
import styles from "./import.module.css";
import { useImportWords } from "./import-words.ts";
import { keepBatch } from "./live-batch.ts";
import { Rejections } from "./rejections.tsx";

/** The page of a batch that is in, was taken back, or was interrupted. */
export const ResultStep = ({ batch }: { batch: ImportBatchView }) => {
  const { t } = useTranslation();
  const words = useImportWords();
  const params = { importId: batch.id };
  const undo = useAct(imports.undo, { onSuccess: keepBatch, refresh: [imports.list] });
  const retry = useAct(imports.commit, { onSuccess: keepBatch, refresh: [imports.list] });
  const obstacle = isProblem(undo.error, "import.undo_blocked") ? undo.error : null;
  const taken = batch.rowsDone - batch.rowsRejected - batch.rowsSkipped;
  return (
    <>
      <section className={styles["panel"]}>
        <h2>{t(`import.statuses.${batch.status}`)}</h2>
        {batch.status === "failed" && (
          <Alert
            type="error"
            showIcon
            title={t("import.commit.failed")}
            description={batch.failure ? words.failure(batch.failure) : undefined}
          />
        )}
        <Figures
          of={[
            [t("import.batch.taken"), Math.max(0, taken)],
            [t("import.batch.created"), batch.recordsCreated],
            [t("import.batch.updated"), batch.recordsUpdated],
            [t("import.batch.rejected"), batch.rowsRejected],
            [t("import.batch.skipped"), batch.rowsSkipped],
          ]}
        />
        <p className={styles["hint"]}>
          {batch.committedAt !== null && (
            <span>
              {t("import.batch.committedAt")} <Instant at={batch.committedAt} />
            </span>
          )}
          {batch.undoneAt !== null && (
            <span>
              {" · "}
              {t("import.batch.undoneAt")} <Instant at={batch.undoneAt} />
            </span>
          )}
        </p>
        {batch.status === "committed" && (
          <p className={styles["hint"]}>{t("import.batch.evaluating")}</p>
        )}
        {obstacle && (
          <Alert
            type="warning"
            showIcon
            title={t("import.undo.blocked")}
            description={words.failure({ code: obstacle.code, params: obstacle.params })}
          />
        )}
        <FormProblem error={obstacle ? retry.error : (undo.error ?? retry.error)} />
        <div className={styles["actions"]}>
          {batch.status === "committed" && (
            <Link to="/accounts">
              <Button type="primary">{t("import.batch.next")}</Button>
            </Link>
          )}
          {batch.can.retry && (
            <Button
              type="primary"
              loading={retry.isPending}
              onClick={() => retry.mutate({ params })}
            >
              {t("import.commit.retry")}
            </Button>
          )}
          {batch.can.undo && (
            <Popconfirm
              title={t("import.undo.act")}
              description={t("import.undo.ask")}
              okText={t("import.undo.confirm")}
              cancelText={t("app.cancel")}
              onConfirm={() => undo.mutate({ params })}
            >
              <Button loading={undo.isPending}>{t("import.undo.act")}</Button>
            </Popconfirm>
          )}
        </div>
      </section>
      {batch.rowsRejected > 0 && <Rejections batch={batch} />}
    </>
  );
};
