import { needs } from "@mainstay/contract/need";
import { segments } from "@mainstay/domain/account/segment";
import { analysisPeriods, periodToDate } from "@mainstay/domain/service-analysis/analysis-period";
import { useNavigate } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { PageHeader } from "../../components/page-header.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { SettingBlock } from "../setting/setting-block.tsx";
import { type FunnelFilter, FunnelPanel } from "./funnel-panel.tsx";
import { NeedAges } from "./need-ages.tsx";
import type { NeedAnalysisSearch } from "./need-analysis-search.ts";
import styles from "./need.module.css";

const all = "all";

/** 分析 · 需求: the funnel of needs noted in a period, and how long they rest, segment by segment. */
export const NeedAnalysisScreen = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [{ period, segment }, change] = useAddressState<NeedAnalysisSearch>();
  const { today } = useSession().workspace;
  const window = period && periodToDate(period, today);
  const noted = window ? { notedFrom: window.from, notedTo: window.to } : {};
  const filter: FunnelFilter = { ...noted, ...(segment && { segment }) };
  const found = useAnswer(needs.funnel, { query: filter });
  const { running = 0, stale = 0 } = found.data ?? {};
  return (
    <>
      <PageHeader
        tabTitle={t("serviceAnalysis.tab.needs")}
        title={
          !found.data
            ? t("serviceAnalysis.tab.needs")
            : running === 0
              ? t("need.headline.none")
              : [
                  t("need.headline.running", { count: running }),
                  ...(stale > 0 ? [t("need.headline.stale", { count: stale })] : []),
                ].join(" · ")
        }
        lead={t("need.analysis.lead")}
      />
      <div className={styles["filters"]}>
        <Segmented
          style={{ maxWidth: "100%", overflowX: "auto" }}
          aria-label={t("need.analysis.noted")}
          value={period ?? all}
          onChange={(next) =>
            change({ period: next === all ? undefined : next } as NeedAnalysisSearch)
          }
          options={[
            { value: all, label: t("need.analysis.ever") },
            ...analysisPeriods.map((value) => ({
              value,
              label: t(`serviceAnalysis.periods.${value}`),
            })),
          ]}
        />
        <Segmented
          style={{ maxWidth: "100%", overflowX: "auto" }}
          aria-label={t("serviceAnalysis.groupings.segment")}
          value={segment ?? all}
          onChange={(next) =>
            change({ segment: next === all ? undefined : next } as NeedAnalysisSearch)
          }
          options={[
            { value: all, label: t("app.all") },
            ...segments.map((value) => ({ value, label: t(`glossary.segment.${value}`) })),
          ]}
        />
      </div>
      <SettingBlock title={t("need.funnel.title")}>
        <FunnelPanel
          filter={filter}
          onState={(state) =>
            void navigate({ to: "/needs", search: { state, ...(segment && { segment }) } })
          }
        />
      </SettingBlock>
      <SettingBlock title={t("need.analysis.ages")} lead={t("need.analysis.agesLead")}>
        <NeedAges noted={noted} />
      </SettingBlock>
    </>
  );
};
