import { days } from "@mainstay/contract/day";
import { commemorativeKinds } from "@mainstay/domain/day/commemorative-day";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { DayList } from "./day-list.tsx";
import { type DaysSearch, dayRanges } from "./days-search.ts";
import styles from "./days-screen.module.css";

/** Every day to remember in the weeks ahead, over all customers in sight. */
export const DaysScreen = () => {
  const { t } = useTranslation();
  const [search, change] = useAddressState<DaysSearch>();
  const range = search.range ?? "30";
  const found = useAnswer(
    days.upcoming,
    { query: { fromOn: search.from, days: range, kind: search.kind?.join(","), limit: 300 } },
    { placeholderData: (kept) => kept },
  );
  if (found.isError)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <LoadingScreen />;
  const { items, fromOn, toOn, today, hasMore } = found.data;
  const span = { from: fromOn, to: toOn };
  return (
    <Screen width="narrow">
      <PageHeader
        title={t("day.title")}
        lead={
          items.length === 0
            ? t("day.leadNone", span)
            : t("day.lead", { ...span, count: items.length })
        }
      />
      <div className={styles["filters"]} role="group" aria-label={t("app.filters")}>
        <Select
          size="small"
          variant="filled"
          popupMatchSelectWidth={false}
          aria-label={t("day.range")}
          value={range}
          onChange={(value) => change({ range: value })}
          options={dayRanges.map((value) => ({
            value,
            label: t("day.days", { count: Number(value) }),
          }))}
        />
        <span className={styles["from"]}>
          <DayField
            label={t("day.from")}
            value={fromOn}
            earliest="1901-01-01"
            latest="2099-12-31"
            onChange={(on) => change({ from: on === null || on === today ? undefined : on })}
          />
        </span>
        <Select
          size="small"
          variant="filled"
          mode="multiple"
          popupMatchSelectWidth={false}
          className={styles["kinds"]}
          placeholder={t("day.anyKind")}
          aria-label={t("day.showOnly")}
          value={search.kind ?? []}
          onChange={(kind) => change({ kind: kind.length > 0 ? kind : undefined })}
          options={commemorativeKinds.map((value) => ({ value, label: t(`day.kind.${value}`) }))}
        />
      </div>
      {items.length === 0 ? (
        <EmptyState title={t("day.emptyTitle")} words={t("day.emptyWhy")} />
      ) : (
        <div aria-busy={found.isPlaceholderData}>
          <DayList items={items} today={today} />
        </div>
      )}
      {hasMore && <p className="muted">{t("day.hasMore")}</p>}
    </Screen>
  );
};
