import { influences } from "@mainstay/domain/influence/influence";
import { useTranslation } from "react-i18next";
import styles from "./influence-mark.module.css";

/** How much a word decides: five bars and the number; outlined where it is only assumed. */
export const InfluenceMark = ({
  value,
  isAssumed = false,
}: {
  value: number;
  isAssumed?: boolean;
}) => {
  const { t } = useTranslation();
  const words = isAssumed ? t("chain.influenceAssumed") : t("chain.influenceOf", { value });
  return (
    <span className={styles["mark"]} data-assumed={isAssumed || undefined} title={words}>
      <span className={styles["bars"]} aria-hidden="true">
        {influences.map((step) => (
          <span
            key={step}
            className={styles["bar"]}
            data-on={step <= value || undefined}
            style={{ height: 3 + step * 2 }}
          />
        ))}
      </span>
      <span aria-hidden="true" className="numeric">
        {value}
      </span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
};
