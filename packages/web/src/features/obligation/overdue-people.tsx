import type { AnswerOf } from "@mainstay/contract/endpoint/endpoint";
import type { obligations } from "@mainstay/contract/obligation";
import { useTranslation } from "react-i18next";
import styles from "./obligation.module.css";

const mostPeople = 12;

/** Whose they are, the most overdue first; a person chosen narrows the list below. */
export const OverduePeople = ({
  found,
  chosen,
  onChoose,
}: {
  found: AnswerOf<typeof obligations.overdue>;
  chosen: string | undefined;
  onChoose: (owner: string | undefined) => void;
}) => {
  const { t } = useTranslation();
  if (found.people.length < 2) return null;
  return (
    <ul className={styles["people"]} aria-label={t("obligation.headline.whose")}>
      {found.people.slice(0, mostPeople).map(({ user, overdue, dueSoon, oldestDueOn }) => {
        const key = user?.id ?? "none";
        return (
          <li key={key}>
            <button
              type="button"
              className={styles["person"]}
              aria-pressed={chosen === key}
              onClick={() => onChoose(chosen === key ? undefined : key)}
            >
              <span className={styles["personName"]}>{user?.name ?? t("obligation.nobody")}</span>
              {overdue > 0 && (
                <span className={styles["personLate"]}>
                  {[
                    t("obligation.personOverdue", { count: overdue }),
                    ...(oldestDueOn === null ? [] : [t("obligation.oldest", { on: oldestDueOn })]),
                  ].join(" · ")}
                </span>
              )}
              {dueSoon > 0 && (
                <span className="muted">{t("obligation.personSoon", { count: dueSoon })}</span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
};
