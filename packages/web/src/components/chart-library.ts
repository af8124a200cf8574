import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import {
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from "echarts/components";
import type { EChartsCoreOption } from "echarts/core";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([
  BarChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

const ink = (name: string) =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const house = () => ({
  color: [ink("--accent"), ink("--ink-3"), ink("--amber"), ink("--green"), ink("--red")],
  textStyle: { fontFamily: ink("--font"), fontSize: 12, color: ink("--ink-2") },
  categoryAxis: {
    axisLine: { lineStyle: { color: ink("--line-strong") } },
    axisTick: { show: false },
    axisLabel: { color: ink("--ink-3") },
    splitLine: { show: false },
  },
  valueAxis: {
    axisLine: { show: false },
    axisLabel: { color: ink("--ink-3") },
    splitLine: { lineStyle: { color: ink("--line") } },
  },
  tooltip: {
    backgroundColor: ink("--surface"),
    borderColor: ink("--line"),
    textStyle: { color: ink("--ink"), fontSize: 12 },
  },
});

/** Draws in the house colours, follows the size of its place and light or dark; gives back how to take it away. */
export const drawChart = (
  place: HTMLDivElement,
  option: EChartsCoreOption,
  _language: string,
  onPick?: (picked: { seriesName?: string; dataIndex: number; data: unknown }) => void,
): (() => void) => {
  const draw = () => {
    const chart = init(place, house(), { renderer: "svg" });
    chart.setOption({ animation: false, ...option });
    if (onPick !== undefined)
      chart.on("click", (event) =>
        onPick({
          ...(event.seriesName === undefined ? {} : { seriesName: event.seriesName }),
          dataIndex: event.dataIndex,
          data: event.data,
        }),
      );
    return chart;
  };
  let chart = draw();
  const onTheme = new MutationObserver(() => {
    chart.dispose();
    chart = draw();
  });
  onTheme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const onSize = new ResizeObserver(() => chart.resize());
  onSize.observe(place);
  return () => {
    onTheme.disconnect();
    onSize.disconnect();
    chart.dispose();
  };
};
