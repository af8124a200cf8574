import { days } from "@mainstay/contract/day";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { DayList } from "./day-list.tsx";
import styles from "./days-panel.module.css";

/** The days to remember of the next two weeks, beside what is to be done today. */
export const DaysPanel = () => {
  const { t } = useTranslation();
  const found = useAnswer(days.upcoming, { query: { days: 14, limit: 6 } });
  return (
    <section aria-labelledby="days-panel" className={styles["panel"]}>
      <div className={styles["head"]}>
        <h2 id="days-panel">{t("day.next")}</h2>
        <Link to="/people/days">{t("day.all")}</Link>
      </div>
      {found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data === undefined ? (
        <Skeleton lines={3} />
      ) : found.data.items.length === 0 ? (
        <p className="muted">{t("day.nextNone")}</p>
      ) : (
        <DayList items={found.data.items} today={found.data.today} isTight />
      )}
    </section>
  );
};
