import type { NeedRow } from "@mainstay/contract/need";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { FitMark, NeedStateMark, RestMark } from "./need-marks.tsx";
import styles from "./need.module.css";

/** One need in a list: what, whose, where it stands and for how long, whether it is worth it. */
export const NeedRowItem = ({
  need,
  showAccount = false,
}: {
  need: NeedRow;
  showAccount?: boolean;
}) => {
  const { t } = useTranslation();
  return (
    <li className={styles["row"]}>
      <div className={styles["rowWords"]}>
        <Link to="/needs/$needId" params={{ needId: need.id }} className={styles["rowTitle"]}>
          {need.title}
        </Link>
        <span className={styles["about"]}>
          {showAccount && (
            <Link to="/accounts/$accountId" params={{ accountId: need.account.id }}>
              {need.account.name}
            </Link>
          )}
          <span>{t(`need.visibility.${need.visibility}`)}</span>
          <span>{t(`need.level.${need.level}`)}</span>
          {need.person !== null && <span>{need.person.name}</span>}
          {need.owner !== null && (
            <span>
              {t("need.owner")} {need.owner.name}
            </span>
          )}
        </span>
      </div>
      <span className={styles["rowMarks"]}>
        <FitMark fit={need.fit} />
        <NeedStateMark state={need.state} />
        <RestMark need={need} />
      </span>
    </li>
  );
};
