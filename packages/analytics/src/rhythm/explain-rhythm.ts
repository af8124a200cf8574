import { calendarParts } from "@mainstay/domain/calendar/day-number";
import type { RhythmRun } from "./rhythm-figures.ts";
import type { RhythmExplanation } from "./rhythm-score.ts";
import { describeSeasons } from "./season-window.ts";

/** Gaps (days) between the orders that keep the rhythm: burst starts where bursts are believed, newest last. */
const rhythmGaps = ({ posterior: of }: RhythmRun): number[] => {
  let collapsed = 0;
  for (let g = 0; g < of.groupCount; g++)
    if (of.groups[g]!.collapsed && !of.groups[g]!.slots) collapsed += of.groups[g]!.weight;
  const [list, count] =
    collapsed > 0.5 && of.headCount > 1 ? [of.heads, of.headCount] : [of.days, of.dayCount];
  return Array.from({ length: Math.max(0, count - 1) }, (_, i) => list[i + 1]! - list[i]!);
};

const quantile = (sorted: readonly number[], p: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))]!;

/** The reason of a score as data: what kind of rhythm, since when, what was expected, how late it is. */
export const explainRhythm = (run: RhythmRun, asOf: number): RhythmExplanation => {
  const { posterior: of, figures } = run;
  const known = of.count > 0;
  const seasonWeight = figures.solarWeight + figures.lunarWeight;
  const isSeasonal = seasonWeight > 0.5;
  const gaps = rhythmGaps(run).sort((a, b) => a - b);
  const slots = figures.seasonGroup >= 0 ? of.groups[figures.seasonGroup]!.slots : null;
  const spread = (figures.next.to - figures.next.from) / 2;
  return {
    kind: !known
      ? "none"
      : isSeasonal
        ? "seasonal"
        : figures.irregularWeight > 0.5
          ? "irregular"
          : "regular",
    typicalGapDays: gaps.length > 0 ? quantile(gaps, 0.5) : null,
    gapSpreadDays:
      gaps.length > 1
        ? Math.max(1, Math.round((quantile(gaps, 0.85) - quantile(gaps, 0.15)) / 2))
        : null,
    sinceYear: of.orderDays > 0 ? calendarParts(of.firstDay).year : null,
    orderDays: of.orderDays,
    lastOrderDay: of.orderDays > 0 ? of.lastDay : null,
    expectedDay: known ? figures.next.expected : null,
    expectedSpreadDays: known ? spread : null,
    overdueDays: known ? Math.max(0, asOf - figures.next.expected) : 0,
    silenceDays: of.orderDays > 0 ? asOf - of.lastDay : null,
    longestGapDays: of.orderDays > 1 ? of.longestGap : null,
    longerThanEver: of.orderDays > 1 && asOf - of.lastDay > of.longestGap,
    seasons:
      slots && (isSeasonal || figures.closed)
        ? describeSeasons(slots, of.days, of.dayCount, figures.closed?.slot ?? nextSlot(run))
        : [],
    trendPerYear: figures.trendPerYear,
  };
};

/** The window due first after the last order. */
const nextSlot = ({ posterior: of, figures }: RhythmRun): number => {
  const slots = of.groups[figures.seasonGroup]!.slots!;
  let next = 0;
  for (let p = 1; p < slots.pendingCount; p++)
    if (slots.pendingCentre[p]! < slots.pendingCentre[next]!) next = p;
  return slots.pendingCount > 0 ? slots.pendingSlot[next]! : 0;
};
