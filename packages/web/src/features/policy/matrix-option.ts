import type { RiskLevel } from "@mainstay/domain/account/risk-level";
import { formatShare } from "@mainstay/phrases/format/format-number";
import type { Ink } from "../../components/use-ink.ts";
import { frame } from "./matrix-frame.ts";
import type { MatrixPoint } from "./preview-moves.ts";

/** Shape and colour of each level: they differ without colour. */
const marks: Record<RiskLevel, { symbol: string; ink: `--${string}`; isHollow?: true }> = {
  unknown: { symbol: "circle", ink: "--ink-3", isHollow: true },
  fine: { symbol: "circle", ink: "--green" },
  watch: { symbol: "rect", ink: "--amber" },
  act: { symbol: "diamond", ink: "--red" },
  lost: { symbol: "triangle", ink: "--red" },
};
const levels: readonly RiskLevel[] = ["fine", "unknown", "watch", "act", "lost"];

export interface MatrixWords {
  readonly level: (level: RiskLevel) => string;
  /** The lines of a point's tooltip. */
  readonly about: (point: MatrixPoint) => string[];
}

/** Text only: a customer's name must never become markup. */
const tooltip = (lines: readonly string[]): HTMLElement => {
  const box = document.createElement("div");
  for (const [index, line] of lines.entries()) {
    const row = document.createElement("div");
    row.textContent = line;
    if (index === 0) row.style.fontWeight = "600";
    box.append(row);
  }
  return box;
};

const axis = (ink: Ink) => ({
  type: "value",
  min: 0,
  max: 1,
  interval: 0.25,
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: { color: ink("--ink-3"), formatter: (share: number) => formatShare(share) },
  splitLine: { show: false },
});

/** The matrix as a chart: x potential, y value percentile, area revenue, colour and shape the risk level. */
export const matrixOption = (
  points: readonly MatrixPoint[],
  ink: Ink,
  words: MatrixWords,
  size: { least: number; most: number },
) => {
  const largest = Math.max(1, ...points.map(({ revenue12mMinor }) => revenue12mMinor));
  const area = (point: MatrixPoint) =>
    size.least + (size.most - size.least) * Math.sqrt(Math.max(0, point.revenue12mMinor) / largest);
  return {
    grid: frame,
    tooltip: {
      trigger: "item",
      confine: true,
      formatter: ({ data }: { data: { point: MatrixPoint } }) => tooltip(words.about(data.point)),
    },
    xAxis: axis(ink),
    yAxis: axis(ink),
    series: levels.map((level) => ({
      name: words.level(level),
      type: "scatter",
      clip: false,
      symbol: marks[level].symbol,
      itemStyle: marks[level].isHollow
        ? { color: "transparent", borderColor: ink(marks[level].ink), borderWidth: 1.5 }
        : { color: ink(marks[level].ink), opacity: 0.72 },
      emphasis: { itemStyle: { opacity: 1, borderColor: ink("--ink"), borderWidth: 1.5 } },
      data: points
        .filter((point) => point.level === level)
        .map((point) => ({
          value: [point.potential, point.valuePercentile],
          symbolSize: area(point),
          point,
        })),
    })),
  };
};
