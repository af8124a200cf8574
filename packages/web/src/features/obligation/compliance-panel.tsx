import { obligations } from "@mainstay/contract/obligation";
import { keepPreviousData } from "@tanstack/react-query";
import { Button, Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { ComplianceTable } from "./compliance-table.tsx";
import { ObligationList } from "./obligation-list.tsx";
import {
  complianceGroups,
  complianceWindows,
  groupFilterOf,
  type ObligationSearch,
  windowDays,
} from "./obligation-search.ts";
import styles from "./obligation.module.css";

/** 履约率 by person, department or segment; every figure opens the rows it counts. */
export const CompliancePanel = () => {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const [search, change] = useAddressState<ObligationSearch>();
  const set = (changed: Record<string, unknown>) => change(changed as Partial<ObligationSearch>);
  const by = search.by ?? "manager";
  const found = useAnswer(
    obligations.compliance,
    { query: { by, ...windowDays(search.window, workspace.today) } },
    { placeholderData: keepPreviousData },
  );
  if (found.isError && !found.data)
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <RowSkeleton rows={5} />;
  const chosen = found.data.groups.find(({ key }) => (key ?? "none") === search.group);
  const nameOf = (group: { key: string | null; name: string | null }): string => {
    if (group.key === null) return t(`obligation.compliance.noKey.${by}`);
    if (by === "segment") return t(`glossary.segment.${group.key as "core"}`);
    return group.name ?? t("app.notApplicable");
  };
  return (
    <>
      <div className={styles["filters"]}>
        <Segmented
          aria-label={t("obligation.compliance.byLabel")}
          value={by}
          onChange={(value) => set({ by: value, group: undefined, outcome: undefined })}
          options={complianceGroups.map((value) => ({
            value,
            label: t(`obligation.compliance.by.${value}`),
          }))}
        />
        <Select
          aria-label={t("obligation.compliance.windowLabel")}
          value={search.window ?? "last_quarter"}
          onChange={(window) => set({ window, outcome: undefined })}
          options={complianceWindows.map((value) => ({
            value,
            label: t(`obligation.compliance.window.${value}`),
          }))}
        />
      </div>
      {found.data.total.due === 0 ? (
        <EmptyState
          title={`${t("obligation.compliance.rate")} ${t("obligation.compliance.none")}`}
          words={t("obligation.compliance.noneWhy")}
        />
      ) : (
        <ComplianceTable
          found={found.data}
          nameOf={nameOf}
          onOpen={(group, outcome) => set({ group: group.key ?? "none", outcome })}
        />
      )}
      {chosen && (
        <section aria-label={t("obligation.compliance.rows", { name: nameOf(chosen) })}>
          <h2 className={styles["sub"]}>
            {t("obligation.compliance.rows", { name: nameOf(chosen) })}
            <Button type="link" onClick={() => set({ group: undefined, outcome: undefined })}>
              {t("app.close")}
            </Button>
          </h2>
          <ObligationList
            filter={groupFilterOf(search, workspace.today) as never}
            empty={<p className="muted">{t("obligation.empty")}</p>}
          />
        </section>
      )}
    </>
  );
};
