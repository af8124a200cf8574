import type { HealthView } from "@mainstay/contract/health";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../../components/chart.tsx";
import { useInk } from "../../components/use-ink.ts";

/** The score week by week: a full line where it was a judgement, a dashed one where it was provisional. */
export const HealthWeeks = ({ weeks }: { weeks: HealthView["weeks"] }) => {
  const { t } = useTranslation();
  const ink = useInk();
  const option = useMemo(
    () => ({
      grid: {
        left: 4,
        right: 8,
        top: 10,
        bottom: 4,
        outerBoundsMode: "same",
        outerBoundsContain: "axisLabel",
      },
      tooltip: { trigger: "axis" },
      xAxis: {
        type: "category",
        boundaryGap: false,
        data: weeks.map(({ weekOn }) => weekOn.slice(5)),
        axisLabel: { hideOverlap: true },
      },
      yAxis: { type: "value", min: 0, max: 100, interval: 25 },
      series: [
        {
          name: t("health.title"),
          type: "line",
          data: weeks.map(({ score, provisionalScore }) => {
            const value = score ?? provisionalScore;
            return value === null ? null : Math.round(value);
          }),
          connectNulls: false,
          symbolSize: 5,
          lineStyle: {
            color: ink("--accent"),
            width: 2,
            type: weeks.at(-1)?.score === null ? "dashed" : "solid",
          },
          itemStyle: { color: ink("--accent") },
          markLine: {
            silent: true,
            symbol: "none",
            label: { show: false },
            lineStyle: { color: ink("--line-strong"), type: "solid" },
            data: [{ yAxis: 50 }, { yAxis: 75 }],
          },
        },
      ],
    }),
    [weeks, ink, t],
  );
  const last = weeks.at(-1);
  return (
    <div>
      <h3>{t("health.weeksTitle")}</h3>
      {weeks.length < 2 ? (
        <p className="muted">{t("health.weeksNone")}</p>
      ) : (
        <Chart
          option={option}
          height={190}
          label={t("health.weeksLabel", {
            count: weeks.length,
            score: Math.round(last?.score ?? last?.provisionalScore ?? 0),
          })}
        />
      )}
    </div>
  );
};
