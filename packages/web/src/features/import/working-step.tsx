import type { ImportBatchView } from "@mainstay/contract/import";
import { formatNumber } from "@mainstay/phrases/format/format-number";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ProgressBar } from "../../components/progress-bar.tsx";
import styles from "./import.module.css";

const useRate = (done: number): number => {
  const start = useRef<{ at: number; done: number } | null>(null);
  useEffect(() => {
    start.current ??= { at: Date.now(), done };
  }, [done]);
  const since = start.current;
  const seconds = since === null ? 0 : (Date.now() - since.at) / 1000;
  return since === null || seconds < 1 ? 0 : Math.max(0, Math.round((done - since.done) / seconds));
};

/** A job at work: how far, how fast, and that one may leave. */
export const WorkingStep = ({ batch }: { batch: ImportBatchView }) => {
  const { t } = useTranslation();
  const isCheck = batch.status === "checking";
  const done = isCheck ? batch.rowsChecked : batch.rowsDone;
  const rate = useRate(done);
  const total = isCheck || batch.status === "undoing" ? null : batch.rowsTotal;
  const isSettling = batch.status === "committing" && total !== null && done >= total;
  const label =
    batch.status === "undoing"
      ? t("import.commit.undoing")
      : isSettling
        ? t("import.commit.settling")
        : t(`import.statuses.${batch.status}`);
  return (
    <section className={styles["panel"]} aria-live="polite">
      <h2>{label}</h2>
      <div className={styles["progress"]}>
        <ProgressBar label={label} done={done} total={isSettling ? null : total} />
      </div>
      <p className={styles["hint"]}>
        {rate > 0 && <span>{t("import.commit.perSecond", { n: rate })} · </span>}
        {batch.rowsRejected > 0 && (
          <span>
            {t("import.batch.rejected")} {formatNumber(batch.rowsRejected)} ·{" "}
          </span>
        )}
        {t("import.check.leave")}
      </p>
    </section>
  );
};
