import type { SampleCount } from "@mainstay/contract/survey";
import { useTranslation } from "react-i18next";
import styles from "./survey.module.css";

/** How many would be asked today, and who would not and why. */
export const SampleCountPanel = ({ count }: { count: SampleCount | undefined }) => {
  const { t } = useTranslation();
  if (!count)
    return (
      <div className={styles["count"]} role="status">
        {t("survey.sampling.counting")}
      </div>
    );
  const left = count.leftOut.reduce((sum, one) => sum + one.count, 0);
  return (
    <div className={styles["count"]} role="status">
      <strong>
        {t("survey.sampling.count", { count: count.asked, accounts: count.accounts })}
      </strong>
      {count.always > 0 && <div>{t("survey.sampling.countAlways", { count: count.always })}</div>}
      {left > 0 && (
        <>
          <div>{t("survey.sampling.leftOut", { count: left })}</div>
          <ul>
            {count.leftOut.map(({ because, count: people }) => (
              <li key={because}>
                {t(`survey.leftOut.${because}`)} <span className="numeric">{people}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};
