import type { TodayView } from "@mainstay/contract/today";
import { todayItemKinds } from "@mainstay/domain/today/today-item";
import { Link } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { useAddressState } from "../../lib/table-state.ts";
import type { TodaySearch } from "./today-search.ts";
import styles from "./today-screen.module.css";

const nothingElse = {
  kind: undefined,
  severity: undefined,
  status: undefined,
  owner: undefined,
} as const;

/** Where a kind has a page of its own, with more than the fortnight ahead. */
const wholeLists: Partial<Record<NonNullable<TodaySearch["show"]>, string>> = {
  case: "/cases",
  handover: "/handovers",
  promise: "/promises",
  inspection: "/voice/inspections",
  approval: "/approvals",
  obligation: "/obligations",
  task: "/calendar",
  day: "/people/days",
};

/** What kind of things the list shows, each with its number, and whose. Kinds there are none of are left out. */
export const TodayTabs = ({ view, search }: { view: TodayView; search: TodaySearch }) => {
  const { t } = useTranslation();
  const [, change] = useAddressState<TodaySearch>();
  const shown = todayItemKinds.filter((kind) => view.counts[kind] > 0 || search.show === kind);
  const isColleague = view.whose !== "me" && view.whose !== "all";
  const whole = search.show && wholeLists[search.show];
  const name = view.owners.find(({ id }) => id === view.whose)?.name;
  return (
    <div className={styles["bar"]}>
      <nav className={styles["tabs"]} aria-label={t("today.tabs")}>
        {([undefined, ...shown] as const).map((kind) => (
          <button
            key={kind ?? "all"}
            type="button"
            className={styles["tab"]}
            aria-pressed={search.show === kind}
            onClick={() => change({ ...nothingElse, show: kind })}
          >
            {t(`today.show.${kind ?? "all"}`)}
            {kind !== undefined && <span className={styles["number"]}>{view.counts[kind]}</span>}
          </button>
        ))}
      </nav>
      {whole !== undefined && <Link to={whole}>{t("today.wholeList")}</Link>}
      <Segmented
        size="small"
        aria-label={t("today.whose.label")}
        value={view.whose}
        onChange={(whose) => change({ whose: String(whose) })}
        options={[
          { value: "me", label: t("today.whose.me") },
          { value: "all", label: t("today.whose.all") },
          ...(isColleague
            ? [{ value: view.whose, label: name ?? t("today.whose.colleague") }]
            : []),
        ]}
      />
    </div>
  );
};
