import { useTranslation } from "react-i18next";
import styles from "./dossier.module.css";

/** How far the dossier has come, of what may be asked; sensitive facts never count. */
export const Completeness = ({ known, wanted }: { known: number; wanted: number }) => {
  const { t } = useTranslation();
  const share = wanted === 0 ? 0 : known / wanted;
  return (
    <span className={styles["gauge"]} title={t("fact.completenessWhy")}>
      <span
        role="meter"
        aria-label={t("fact.completeness", { known, wanted })}
        aria-valuemin={0}
        aria-valuemax={wanted}
        aria-valuenow={known}
        className={styles["gaugeTrack"]}
      >
        <span className={styles["gaugeBar"]} style={{ width: `${share * 100}%` }} />
      </span>
      <span className="numeric" aria-hidden="true">
        {t("fact.completeness", { known, wanted })}
      </span>
    </span>
  );
};
