import { days } from "@mainstay/contract/day";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { DayList } from "./day-list.tsx";

/** The days of one person within a year, festivals aside. */
export const PersonDaysSection = ({ personId }: { personId: string }) => {
  const { t } = useTranslation();
  const id = useId();
  const found = useAnswer(days.upcoming, {
    query: { personId, days: 385, kind: "birthday,work_anniversary" },
  });
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t("day.person.title")}</h2>
      {found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data === undefined ? (
        <Skeleton lines={2} />
      ) : found.data.items.length === 0 ? (
        <p className="muted">{t("day.person.none")}</p>
      ) : (
        <DayList items={found.data.items} today={found.data.today} isTight />
      )}
    </section>
  );
};
