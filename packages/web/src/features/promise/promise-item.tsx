import type { PromiseRow } from "@mainstay/contract/promise";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { DueDay, PromiseMark } from "./promise-marks.tsx";
import styles from "./promise.module.css";

/** One promise in a list: what, which department and who answers, by when, where it stands. */
export const PromiseItem = ({
  promise,
  onOpen,
  showAccount = false,
}: {
  promise: PromiseRow;
  /** Without it the title leads to the ledger with the promise open. */
  onOpen?: () => void;
  showAccount?: boolean;
}) => {
  const { t } = useTranslation();
  return (
    <li className={styles["row"]}>
      <div className={styles["rowWords"]}>
        {onOpen ? (
          <button type="button" className={styles["rowTitle"]} onClick={onOpen}>
            {promise.title}
          </button>
        ) : (
          <Link
            to="/promises"
            search={{ promise: promise.id, account: promise.account.id }}
            className={styles["rowTitle"]}
          >
            {promise.title}
          </Link>
        )}
        <span className={styles["about"]}>
          {showAccount && (
            <Link to="/accounts/$accountId" params={{ accountId: promise.account.id }}>
              {promise.account.name}
            </Link>
          )}
          <span>{promise.department.name}</span>
          {promise.giver !== null && <span>{promise.giver.name}</span>}
          {promise.reworks > 0 && <span>{t("promise.reworks", { count: promise.reworks })}</span>}
        </span>
      </div>
      <span className={styles["rowMarks"]}>
        <DueDay promise={promise} />
        <PromiseMark promise={promise} />
      </span>
    </li>
  );
};
