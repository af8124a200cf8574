import { caseGroupings, serviceAnalysis } from "@mainstay/contract/service-analysis";
import { caseKinds } from "@mainstay/domain/case/case-kind";
import { analysisPeriods, periodToDate } from "@mainstay/domain/service-analysis/analysis-period";
import { keepPreviousData } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import type { CaseSearch } from "../case/case-search.ts";
import { SettingBlock } from "../setting/setting-block.tsx";
import type { AnalysisSearch } from "./analysis-search.ts";
import styles from "./analysis.module.css";
import { CaseCards } from "./case-cards.tsx";
import { CaseGroups } from "./case-groups.tsx";
import { CausesPanel } from "./causes-panel.tsx";
import { DriversPanel } from "./drivers-panel.tsx";
import { HeatPanel } from "./heat-panel.tsx";
import { useFigureWords } from "./use-figure-words.ts";

/** 服务与满意度: cases, causes, satisfaction and drivers of a period, beside the one before. */
export const ServiceScreen = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const words = useFigureWords();
  const { today } = useSession().workspace;
  const search = useSearch({ strict: false }) as AnalysisSearch;
  const { period = "quarter", by = "department", kind, scale = "csat" } = search;
  const show = (change: Partial<AnalysisSearch> & { kind?: AnalysisSearch["kind"] | undefined }) =>
    void navigate({
      to: "/analytics",
      search: { ...search, ...change } as never,
      replace: true,
      resetScroll: false,
    });
  const window = periodToDate(period, today);
  const { from, to } = window;
  const ofKind = kind ? { kind } : {};
  const found = useAnswer(
    serviceAnalysis.cases,
    { query: { ...window, by, ...ofKind } },
    { placeholderData: keepPreviousData },
  );
  const rows: CaseSearch = { view: "all", from, to, ...(kind && { kind: [kind] }) };
  const total = found.data?.total;
  return (
    <>
      <PageHeader
        tabTitle={t("serviceAnalysis.tab.service")}
        title={
          !total
            ? t("serviceAnalysis.tab.service")
            : total.cases === 0
              ? t("serviceAnalysis.headlineNone")
              : t("serviceAnalysis.headline", {
                  cases: total.cases,
                  solved: words.share(total.solvedInTime),
                })
        }
        lead={t("serviceAnalysis.lead", { ...window })}
      />
      <div className={styles["filters"]}>
        <Segmented
          aria-label={t("serviceAnalysis.period")}
          value={period}
          onChange={(next) => show({ period: next as typeof period })}
          options={analysisPeriods.map((value) => ({
            value,
            label: t(`serviceAnalysis.periods.${value}`),
          }))}
        />
        <Select
          aria-label={t("serviceAnalysis.kind")}
          style={{ width: 140 }}
          value={kind ?? "all"}
          onChange={(next: string) =>
            show({ kind: next === "all" ? undefined : (next as NonNullable<typeof kind>) })
          }
          options={["all" as const, ...caseKinds].map((value) => ({
            value,
            label: t(`serviceAnalysis.kinds.${value}`),
          }))}
        />
      </div>
      {found.isError && !found.data ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Skeleton lines={6} />
      ) : (
        <>
          <CaseCards found={found.data} search={rows} />
          <SettingBlock
            title={t("serviceAnalysis.by")}
            actions={
              <Select
                size="small"
                aria-label={t("serviceAnalysis.by")}
                style={{ width: 140 }}
                value={by}
                onChange={(next: typeof by) => show({ by: next })}
                options={caseGroupings.map((value) => ({
                  value,
                  label: t(`serviceAnalysis.groupings.${value}`),
                }))}
              />
            }
          >
            <CaseGroups found={found.data} by={by} search={rows} />
          </SettingBlock>
        </>
      )}
      <CausesPanel query={{ from, to, ...ofKind }} search={rows} />
      <HeatPanel from={from} to={to} scale={scale} onScale={(next) => show({ scale: next })} />
      <DriversPanel
        from={from}
        to={to}
        surveyId={search.survey}
        onSurvey={(survey) => show({ survey })}
      />
    </>
  );
};
