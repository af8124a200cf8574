import type { AccountPage } from "@mainstay/contract/account-page";
import { formatMoney } from "@mainstay/phrases/format/format-money";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../../components/chart.tsx";
import { useMoneyText } from "../../components/money.tsx";
import { useInk } from "../../components/use-ink.ts";
import { usePreferences } from "../../lib/preferences.ts";

/** Revenue and margin of the last 36 months. */
export const MonthsChart = ({ page }: { page: AccountPage }) => {
  const { t } = useTranslation();
  const money = useMoneyText();
  const ink = useInk();
  const { locale, amountUnit } = usePreferences();
  const { months, baseCurrency } = page;
  const hasCost = months.some(({ costMinor }) => costMinor !== null);
  const option = useMemo(() => {
    const words = (minor: number) => formatMoney(minor, baseCurrency, locale, { unit: amountUnit });
    const margins = months.map(({ netMinor, costMinor }) =>
      costMinor === null ? null : netMinor - costMinor,
    );
    return {
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
        itemWidth: 10,
        itemHeight: 10,
        textStyle: { color: ink("--ink-2") },
      },
      tooltip: {
        trigger: "axis",
        axisPointer: { type: "shadow" },
        valueFormatter: (value: unknown) => (typeof value === "number" ? words(value) : "–"),
      },
      xAxis: {
        type: "category",
        data: months.map(({ month }) => month),
        axisLabel: { hideOverlap: true },
      },
      yAxis: {
        type: "value",
        splitNumber: 3,
        axisLabel: { formatter: (value: number) => words(value) },
      },
      series: [
        {
          name: t("accountPage.months.revenue"),
          type: "bar",
          data: months.map(({ netMinor }) => netMinor),
          barMaxWidth: 14,
          barGap: "-100%",
          itemStyle: { color: ink("--line-strong"), borderRadius: [2, 2, 0, 0] },
        },
        ...(hasCost
          ? [
              {
                name: t("accountPage.months.margin"),
                type: "bar",
                data: margins,
                barMaxWidth: 14,
                itemStyle: { color: ink("--accent"), borderRadius: [2, 2, 0, 0] },
              },
            ]
          : []),
      ],
    };
  }, [months, baseCurrency, locale, amountUnit, hasCost, ink, t]);
  const top = months.reduce((best, month) => (month.netMinor > best.netMinor ? month : best), {
    month: "",
    netMinor: 0,
    costMinor: null as number | null,
  });
  if (top.netMinor <= 0) return <p className="muted">{t("accountPage.months.none")}</p>;
  return (
    <>
      <Chart
        option={option}
        height={200}
        label={t("accountPage.months.label", {
          count: months.length,
          month: top.month,
          amount: money(top.netMinor, baseCurrency),
        })}
      />
      {!hasCost && <p className="muted">{t("accountPage.months.noCost")}</p>}
    </>
  );
};
