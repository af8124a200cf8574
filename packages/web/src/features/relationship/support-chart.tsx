import type { RelationshipSummary, RelationshipWeek } from "@mainstay/contract/relationship";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { formatShare } from "@mainstay/phrases/format/format-number";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../../components/chart.tsx";
import { useInk } from "../../components/use-ink.ts";
import { indexText } from "./index-text.tsx";

/** Support (−100…+100) and coverage (0…100 %) week by week, with the present as the last point and a line at nothing. */
export const SupportChart = ({
  weeks,
  summary,
  today,
}: {
  weeks: readonly RelationshipWeek[];
  summary: RelationshipSummary;
  today: IsoDay;
}) => {
  const { t } = useTranslation();
  const ink = useInk();
  const points = useMemo(() => [...weeks, { ...summary, weekOn: today }], [weeks, summary, today]);
  const option = useMemo(
    () => ({
      grid: {
        left: 4,
        right: 4,
        top: 28,
        bottom: 4,
        outerBoundsMode: "same",
        outerBoundsContain: "axisLabel",
      },
      legend: {
        left: 0,
        top: 0,
        itemWidth: 14,
        itemHeight: 10,
        textStyle: { color: ink("--ink-2") },
      },
      tooltip: { trigger: "axis" },
      xAxis: {
        type: "category",
        boundaryGap: false,
        data: points.map(({ weekOn }, i) =>
          i === points.length - 1 ? t("relationship.chart.now") : weekOn,
        ),
        axisLine: { onZero: false },
        axisLabel: { hideOverlap: true },
      },
      yAxis: [
        { type: "value", min: -100, max: 100, interval: 50, axisLabel: { formatter: indexText } },
        {
          type: "value",
          min: -1,
          max: 1,
          interval: 0.5,
          splitLine: { show: false },
          axisLabel: { formatter: (value: number) => (value < 0 ? "" : formatShare(value)) },
        },
      ],
      series: [
        {
          name: t("relationship.name.support_index"),
          type: "line",
          data: points.map(({ supportIndex }) => supportIndex),
          connectNulls: false,
          showSymbol: points.length < 30,
          symbolSize: 6,
          lineStyle: { color: ink("--accent"), width: 2 },
          itemStyle: { color: ink("--accent") },
          tooltip: {
            valueFormatter: (value: unknown) =>
              typeof value === "number" ? indexText(value) : "–",
          },
          markLine: {
            silent: true,
            symbol: "none",
            label: { show: false },
            lineStyle: { color: ink("--line-strong"), type: "solid" },
            data: [{ yAxis: 0 }],
          },
        },
        {
          name: t("relationship.name.coverage"),
          type: "line",
          yAxisIndex: 1,
          data: points.map(({ coverage }) => coverage),
          showSymbol: points.length < 30,
          symbol: "diamond",
          symbolSize: 6,
          lineStyle: { color: ink("--ink-3"), width: 1.5, type: "dashed" },
          itemStyle: { color: ink("--ink-3") },
          tooltip: {
            valueFormatter: (value: unknown) =>
              typeof value === "number" ? formatShare(value) : "–",
          },
        },
      ],
    }),
    [points, ink, t],
  );
  if (weeks.length === 0) return <p className="muted">{t("relationship.chart.none")}</p>;
  return (
    <Chart
      option={option}
      height={260}
      label={t("relationship.chart.label", {
        weeks: weeks.length,
        index: summary.supportIndex === null ? "–" : indexText(summary.supportIndex),
        coverage: summary.coverage === null ? "–" : formatShare(summary.coverage),
      })}
    />
  );
};
