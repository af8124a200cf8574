import { useTranslation } from "react-i18next";
import styles from "./progress-bar.module.css";

/** Long work with its counts; without a known total it moves without promising an end. */
export const ProgressBar = ({
  label,
  done,
  total,
}: {
  label: string;
  done: number;
  total: number | null;
}) => {
  const { t } = useTranslation();
  const isKnown = total !== null && total > 0;
  const share = isKnown ? Math.min(1, done / total) : 0;
  return (
    <div className={styles["progress"]}>
      <div className={styles["words"]}>
        <span>{label}</span>
        <span className="numeric">
          {isKnown ? t("app.progress", { done, total }) : t("app.progressSoFar", { done })}
        </span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={isKnown ? total : undefined}
        aria-valuenow={isKnown ? done : undefined}
        className={styles["track"]}
        data-open={!isKnown || undefined}
      >
        <div className={styles["bar"]} style={isKnown ? { width: `${share * 100}%` } : undefined} />
      </div>
    </div>
  );
};
