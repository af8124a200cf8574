import type { PromiseRow } from "@mainstay/contract/promise";
import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { useSession } from "../../lib/session.ts";
import { useDayText } from "../survey/use-day-text.ts";
import styles from "./promise.module.css";

const daysTo = (today: string, on: string) =>
  (dayNumberFromIso(on) ?? 0) - (dayNumberFromIso(today) ?? 0);

/** Where a promise stands, in words: how late, how soon, kept when, or given up. */
export const PromiseMark = ({ promise }: { promise: PromiseRow }) => {
  const { t } = useTranslation();
  const { today } = useSession().workspace;
  const { status, daysLate } = promise;
  const ahead = daysTo(today, promise.dueOn);
  const [tone, words] =
    status === "kept"
      ? daysLate > 0
        ? (["wait", t("promise.keptLate", { count: daysLate })] as const)
        : (["good", t("promise.onTime")] as const)
      : status !== "open"
        ? ([status === "broken" ? "late" : "plain", t(`promise.status.${status}`)] as const)
        : daysLate > 0
          ? (["late", t("promise.late", { count: daysLate })] as const)
          : ahead === 0
            ? (["wait", t("promise.dueToday")] as const)
            : (["plain", t("promise.dueIn", { count: ahead })] as const);
  return (
    <span className={styles["mark"]} data-tone={tone}>
      {words}
    </span>
  );
};

/** Its day, with the first one where it was moved. */
export const DueDay = ({ promise }: { promise: PromiseRow }) => {
  const { t } = useTranslation();
  const dayText = useDayText();
  const { today } = useSession().workspace;
  return (
    <span className={styles["due"]}>
      <Day on={promise.dueOn} today={today} absolute />
      {promise.firstDueOn !== promise.dueOn && (
        <span className="muted">{t("promise.movedFrom", { on: dayText(promise.firstDueOn) })}</span>
      )}
    </span>
  );
};
