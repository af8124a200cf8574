import type { LifecycleView } from "@mainstay/contract/lifecycle";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import styles from "./lifecycle.module.css";
import { StageReasons } from "./stage-reason-text.tsx";

/** Every stage the account was in, newest first: since when, in what way, by whom and why. */
export const StageHistory = ({ entries }: { entries: LifecycleView["entries"] }) => {
  const { t } = useTranslation();
  if (entries.length === 0) return null;
  return (
    <details className={styles["history"]}>
      <summary>{t("lifecycle.history")}</summary>
      <ul>
        {entries.toReversed().map((entry) => (
          <li key={`${entry.stage}-${entry.enteredOn}-${entry.leftOn ?? ""}`}>
            <p>
              <strong>{t(`glossary.stage.${entry.stage}`)}</strong>{" "}
              <Day on={entry.enteredOn} absolute />
              {entry.leftOn !== null && (
                <>
                  {" – "}
                  <Day on={entry.leftOn} absolute />
                </>
              )}
              <span className="muted">
                {" · "}
                {entry.enteredBy === null
                  ? t(`lifecycle.how.${entry.how}`)
                  : t("lifecycle.historyBy", {
                      how: t(`lifecycle.how.${entry.how}`),
                      name: entry.enteredBy.name,
                    })}
              </span>
            </p>
            {entry.reason !== "" && <p>{entry.reason}</p>}
            {entry.criteria.length > 0 && <StageReasons reasons={entry.criteria} />}
          </li>
        ))}
      </ul>
    </details>
  );
};
