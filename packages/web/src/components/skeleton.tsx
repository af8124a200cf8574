import { useTranslation } from "react-i18next";
import styles from "./skeleton.module.css";

/** Grey lines where text will be; read out as "loading" once. */
export const Skeleton = ({ lines = 3, height = 12 }: { lines?: number; height?: number }) => {
  const { t } = useTranslation();
  return (
    <div role="status" className={styles["block"]}>
      <span className="visually-hidden">{t("app.loading")}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span
          key={index}
          className={styles["line"]}
          style={{ height, width: `${[92, 74, 86, 60, 80][index % 5]}%` }}
        />
      ))}
    </div>
  );
};

/** Rows of a list that is on its way. */
export const RowSkeleton = ({ rows = 6 }: { rows?: number }) => {
  const { t } = useTranslation();
  return (
    <div role="status">
      <span className="visually-hidden">{t("app.loading")}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={styles["row"]}>
          <span className={styles["line"]} style={{ width: `${[38, 52, 44][index % 3]}%` }} />
          <span className={styles["line"]} style={{ width: `${[82, 70, 90][index % 3]}%` }} />
        </div>
      ))}
    </div>
  );
};

export const LoadingScreen = () => (
  <div className={styles["screen"]}>
    <Skeleton lines={1} height={22} />
    <RowSkeleton />
  </div>
);
