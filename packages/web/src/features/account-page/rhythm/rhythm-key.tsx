import type { AccountPage } from "@mainstay/contract/account-page";
import { useTranslation } from "react-i18next";
import styles from "./rhythm-strip.module.css";

/** What the marks of the strip mean; only those that are on it. */
export const RhythmKey = ({ windows }: { windows: AccountPage["rhythm"]["windows"] }) => {
  const { t } = useTranslation();
  const isMissed = windows.some(({ met }) => met === false);
  const isExpected = windows.some(({ met }) => met !== false);
  return (
    <ul className={styles["key"]} aria-hidden="true">
      <li>
        <span className={styles["keyDot"]} />
        {t("accountPage.rhythm.legend.order")}
      </li>
      {isExpected && (
        <li>
          <span className={styles["keyWindow"]} />
          {t("accountPage.rhythm.legend.window")}
        </li>
      )}
      {isMissed && (
        <li>
          <span className={styles["keyWindow"]} data-state="missed" />
          {t("accountPage.rhythm.legend.missed")}
        </li>
      )}
      <li>
        <span className={styles["keyNewYear"]} />
        {t("accountPage.rhythm.legend.newYear")}
      </li>
    </ul>
  );
};
