import { serviceAnalysis } from "@mainstay/contract/service-analysis";
import { formatNumber, formatShare } from "@mainstay/phrases/format/format-number";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../../components/chart.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useInk } from "../../components/use-ink.ts";
import { useIsPhone } from "../../lib/media.ts";
import { useAnswer } from "../../lib/query.ts";
import plain from "../account-page/plain-table.module.css";
import type { CaseSearch } from "../case/case-search.ts";
import { SettingBlock } from "../setting/setting-block.tsx";

/** Pareto of causes: bars by how often, the running share as a line, 80 % marked; the same as a table below. */
export const CausesPanel = ({
  query,
  search,
}: {
  query: { from: string; to: string; kind?: "complaint" | "fault" | "request" | "question" };
  /** The list of cases narrowed to what is counted here. */
  search: CaseSearch;
}) => {
  const { t } = useTranslation();
  const ink = useInk();
  const isPhone = useIsPhone();
  const found = useAnswer(serviceAnalysis.causes, { query });
  const bars = found.data?.bars;
  const option = useMemo(
    () => ({
      grid: { left: 4, right: 4, top: 20, bottom: 4, outerBoundsContain: "axisLabel" },
      tooltip: { trigger: "axis" },
      xAxis: {
        type: "category",
        data: (bars ?? []).map(({ key }) => t(`case.cause.${key}`)),
        axisLabel: isPhone
          ? { interval: 0, rotate: 40 }
          : { interval: 0, hideOverlap: false, width: 64, overflow: "break" },
      },
      yAxis: [
        { type: "value", minInterval: 1, splitNumber: 3 },
        {
          type: "value",
          min: 0,
          max: 1,
          splitLine: { show: false },
          axisLabel: { formatter: (value: number) => formatShare(value) },
        },
      ],
      series: [
        {
          type: "bar",
          name: t("serviceAnalysis.causes.count"),
          data: (bars ?? []).map(({ count, isVital }) => ({
            value: count,
            itemStyle: { color: ink(isVital ? "--accent" : "--line-strong") },
          })),
          barMaxWidth: 32,
        },
        {
          type: "line",
          name: t("serviceAnalysis.causes.cumulative"),
          yAxisIndex: 1,
          data: (bars ?? []).map(({ cumulative }) => cumulative),
          itemStyle: { color: ink("--ink-2") },
          tooltip: { valueFormatter: (value: unknown) => formatShare(Number(value)) },
          markLine: {
            symbol: "none",
            silent: true,
            label: { formatter: "80%", position: "insideEndTop", color: ink("--ink-3") },
            lineStyle: { color: ink("--ink-3"), type: "dashed" },
            data: [{ yAxis: 0.8 }],
          },
        },
      ],
    }),
    [bars, ink, isPhone, t],
  );
  const body = () => {
    if (found.isError)
      return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
    if (!found.data || !bars) return <Skeleton lines={5} />;
    const top = bars[0];
    if (!top) return <p className="muted">{t("serviceAnalysis.causes.none")}</p>;
    return (
      <>
        <Chart
          option={option}
          height={240}
          label={t("serviceAnalysis.causes.label", {
            top: t(`case.cause.${top.key}`),
            count: top.count,
            vital: bars.filter(({ isVital }) => isVital).length,
          })}
        />
        <div
          style={{ marginTop: 12, overflowX: "auto" }}
          tabIndex={0}
          role="region"
          aria-label={t("serviceAnalysis.causes.title")}
        >
          <table className={plain["table"]}>
            <thead>
              <tr>
                <th scope="col">{t("serviceAnalysis.causes.cause")}</th>
                {(["count", "share", "cumulative"] as const).map((name) => (
                  <th key={name} scope="col" data-numeric>
                    {t(`serviceAnalysis.causes.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {bars.map((bar) => (
                <tr key={bar.key}>
                  <th scope="row">{t(`case.cause.${bar.key}`)}</th>
                  <td data-numeric>
                    <Link to="/cases" search={{ ...search, cause: [bar.key] }}>
                      {formatNumber(bar.count)}
                    </Link>
                  </td>
                  <td data-numeric>{formatShare(bar.share)}</td>
                  <td data-numeric>{formatShare(bar.cumulative)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="muted">
          {t("serviceAnalysis.causes.n", { n: found.data.n })}{" "}
          <Link to="/cases" search={{ ...search, without: ["cause"] }}>
            {t("serviceAnalysis.causes.unknown", { unknown: found.data.unknown })}
          </Link>
        </p>
      </>
    );
  };
  return (
    <SettingBlock title={t("serviceAnalysis.causes.title")} lead={t("serviceAnalysis.causes.lead")}>
      {body()}
    </SettingBlock>
  );
};
