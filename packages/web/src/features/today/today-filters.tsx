import type { TodayView } from "@mainstay/contract/today";
import { signalKinds, signalSeverities } from "@mainstay/domain/signal/signal-kind";
import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useAddressState } from "../../lib/table-state.ts";
import { useSession } from "../../lib/session.ts";
import type { TodaySearch } from "./today-search.ts";
import styles from "./today-screen.module.css";

const views = ["acknowledged", "snoozed", "resolved"] as const;

/** Narrow Today by state, owner, kind and severity; the choice stands in the address. */
export const TodayFilters = ({
  search,
  owners,
  total,
}: {
  search: TodaySearch;
  owners: TodayView["owners"];
  total: number;
}) => {
  const { t } = useTranslation();
  const { user } = useSession();
  const [, change] = useAddressState<TodaySearch>();
  const isFiltered = Boolean(search.kind || search.severity || search.status || search.owner);
  const shared = {
    size: "small" as const,
    popupMatchSelectWidth: false,
    variant: "filled" as const,
  };
  return (
    <div className={styles["filters"]} role="group" aria-label={t("app.filters")}>
      <Select<TodaySearch["status"] | "working">
        {...shared}
        aria-label={t("today.view")}
        value={search.status ?? "working"}
        onChange={(status) => change({ status: status === "working" ? undefined : status })}
        options={(["working", ...views] as const).map((value) => ({
          value,
          label: t(`glossary.signalStatus.${value}`),
        }))}
      />
      <Select
        {...shared}
        aria-label={t("today.owner")}
        value={search.owner ?? "all"}
        onChange={(owner) => change({ owner: owner === "all" ? undefined : owner })}
        options={[
          { value: "all", label: t("today.anyOwner") },
          { value: "me", label: t("app.me") },
          { value: "none", label: t("app.nobody") },
          ...owners
            .filter((owner) => owner.id !== user.id)
            .map((owner) => ({ value: owner.id, label: `${owner.name} (${owner.signals})` })),
        ]}
      />
      <Select<NonNullable<TodaySearch["kind"]> | "all">
        {...shared}
        aria-label={t("today.anyKind")}
        value={search.kind ?? "all"}
        onChange={(kind) => change({ kind: kind === "all" ? undefined : kind })}
        options={[
          { value: "all" as const, label: t("today.anyKind") },
          ...signalKinds.map((value) => ({ value, label: t(`glossary.signalKind.${value}`) })),
        ]}
      />
      <Select<NonNullable<TodaySearch["severity"]> | "all">
        {...shared}
        aria-label={t("today.anySeverity")}
        value={search.severity ?? "all"}
        onChange={(severity) => change({ severity: severity === "all" ? undefined : severity })}
        options={[
          { value: "all" as const, label: t("today.anySeverity") },
          ...signalSeverities.map((value) => ({ value, label: t(`glossary.severity.${value}`) })),
        ]}
      />
      {isFiltered && (
        <Button
          size="small"
          type="text"
          onClick={() =>
            change({ kind: undefined, severity: undefined, status: undefined, owner: undefined })
          }
        >
          {t("app.clearFilters")}
        </Button>
      )}
      <span className={styles["count"]} role="status">
        {t("app.rows", { count: total })}
      </span>
    </div>
  );
};
