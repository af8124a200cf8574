import type { AnswerOf } from "@mainstay/contract/endpoint/endpoint";
import type { obligations } from "@mainstay/contract/obligation";
import { segments } from "@mainstay/domain/account/segment";
import { obligationKinds } from "@mainstay/domain/obligation/obligation-kind";
import { dutyKinds } from "@mainstay/domain/service-policy/service-terms";
import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { useAddressState } from "../../lib/table-state.ts";
import { ObligationList } from "./obligation-list.tsx";
import { type ObligationSearch, obligationFilterOf, shownStatuses } from "./obligation-search.ts";
import { OverduePeople } from "./overdue-people.tsx";
import styles from "./obligation.module.css";

const noFilter: Partial<ObligationSearch> = {
  status: undefined,
  kind: undefined,
  owner: undefined,
  segment: undefined,
} as never;

/** Whose obligations wait, then the list itself with its filters. */
export const WaitingPanel = ({ found }: { found: AnswerOf<typeof obligations.overdue> }) => {
  const { t } = useTranslation();
  const [search, change] = useAddressState<ObligationSearch>();
  const set = (changed: Record<string, unknown>) => change(changed as Partial<ObligationSearch>);
  const isFiltered = ["status", "kind", "owner", "segment"].some(
    (name) => search[name] !== undefined,
  );
  const all = { value: "", label: t("obligation.filter.all") };
  const kinds = obligationKinds.filter((kind) => (dutyKinds as readonly string[]).includes(kind));
  return (
    <>
      <OverduePeople found={found} chosen={search.owner} onChoose={(owner) => set({ owner })} />
      <div className={styles["filters"]} role="search">
        <Select
          aria-label={t("obligation.filter.status")}
          value={search.status ?? "open"}
          onChange={(status) => set({ status: status === "open" ? undefined : status })}
          options={shownStatuses
            .filter((status) => status !== "counted")
            .map((status) => ({ value: status, label: t(`obligation.status.${status}`) }))}
        />
        <Select
          aria-label={t("obligation.filter.kind")}
          value={search.kind ?? ""}
          onChange={(kind) => set({ kind })}
          options={[
            { ...all, label: `${t("obligation.filter.kind")} · ${all.label}` },
            ...kinds.map((kind) => ({ value: kind, label: t(`glossary.obligationKind.${kind}`) })),
          ]}
        />
        <Select
          aria-label={t("obligation.filter.segment")}
          value={search.segment ?? ""}
          onChange={(segment) => set({ segment })}
          options={[
            { ...all, label: `${t("obligation.filter.segment")} · ${all.label}` },
            ...[...segments, "none" as const].map((segment) => ({
              value: segment,
              label: t(`glossary.segment.${segment}`),
            })),
          ]}
        />
        <Select
          aria-label={t("obligation.filter.owner")}
          value={search.owner ?? ""}
          onChange={(owner) => set({ owner })}
          options={[
            { value: "", label: t("obligation.filter.everybody") },
            { value: "me", label: t("obligation.filter.mine") },
            { value: "none", label: t("obligation.nobody") },
            ...found.people.flatMap(({ user }) =>
              user === null ? [] : [{ value: user.id, label: user.name }],
            ),
          ]}
        />
        {isFiltered && (
          <Button type="text" onClick={() => set(noFilter)}>
            {t("app.clearFilters")}
          </Button>
        )}
      </div>
      <ObligationList
        filter={obligationFilterOf(search) as never}
        empty={
          <EmptyState
            title={t(isFiltered ? "obligation.empty" : "obligation.emptyAll")}
            words={t(isFiltered ? "obligation.emptyWhy" : "obligation.emptyAllWhy")}
          />
        }
      />
    </>
  );
};
