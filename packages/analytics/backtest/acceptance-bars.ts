import { longestGapRule, type MethodFigures, productMethod } from "./early-warning-backtest.ts";
import { shareText, fineText } from "./markdown-table.ts";
import type { OrderProbabilityFigures } from "./order-probability-backtest.ts";
import type { ValueFigures } from "./value-backtest.ts";

/** One promise of the product with what was measured. */
export type Bar = { area: string; promise: string; measured: string; holds: boolean };

/** Room for chance where fewer customers or seeds are judged than the promise speaks of. */
export type Allowance = { caught: number; falseAlarms: number };
export const noAllowance: Allowance = { caught: 0, falseAlarms: 0 };

/** The same for P(order): room in the area under the curve and in the Brier score. */
export type ProbabilityAllowance = { auc: number; brier: number };

const atFivePercent = (methods: readonly MethodFigures[], name: string) =>
  methods.find(({ method }) => method === name)!.atBudget[0]!;

const aheadOfLongestGap = (
  area: string,
  methods: readonly MethodFigures[],
  room: Allowance,
): Bar => {
  const ours = atFivePercent(methods, productMethod).caught[1];
  const rule = atFivePercent(methods, longestGapRule).caught[1];
  return {
    area,
    promise: "≥ .12 more caught within 60 d than silence ÷ longest gap",
    measured: `${shareText(ours)} against ${shareText(rule)}: ${shareText(ours - rule)} more`,
    holds: ours - rule >= 0.12 - room.caught,
  };
};

/** The promises on the published portfolio, at 5 % false alarms a year. */
export const friendlyBars = (methods: readonly MethodFigures[], room = noAllowance): Bar[] => {
  const area = "early warning, friendly portfolio";
  const ours = atFivePercent(methods, productMethod);
  const annual = ours.byKind.get("annual first quarter")!;
  return [
    {
      area,
      promise: "≥ .45 caught within 60 d",
      measured: shareText(ours.caught[1]),
      holds: ours.caught[1] >= 0.45 - room.caught,
    },
    {
      area,
      promise: "annual first quarter ≥ .90 within 90 d, no false alarm",
      measured: `${shareText(annual.caught[2])}, ${shareText(annual.falseAlarms)} false`,
      holds:
        annual.caught[2] >= 0.9 - room.caught && annual.falseAlarms <= 0.005 + room.falseAlarms,
    },
    aheadOfLongestGap(area, methods, room),
  ];
};

/** The promises on a harder portfolio, at 5 % false alarms a year. */
export const harderBars = (
  family: string,
  methods: readonly MethodFigures[],
  room = noAllowance,
): Bar[] => {
  const area = `early warning, ${family} portfolio`;
  const kinds = [...atFivePercent(methods, productMethod).byKind];
  const [worstName, worst] = kinds.reduce((a, b) => (b[1].falseAlarms > a[1].falseAlarms ? b : a));
  const lunar = kinds.find(([kind]) => kind.startsWith("lunar"))![1].caught[2];
  return [
    aheadOfLongestGap(area, methods, room),
    {
      area,
      promise: "no kind above 10 % false alarms",
      measured: `most: ${worstName} ${shareText(worst.falseAlarms)}`,
      holds: worst.falseAlarms <= 0.1 + room.falseAlarms,
    },
    {
      area,
      promise: "lunar season ≥ .85 within 90 d",
      measured: shareText(lunar),
      holds: lunar >= 0.85 - room.caught,
    },
  ];
};

/** The promises on Online Retail II key accounts, 90 days ahead. */
export const orderProbabilityBars = (
  figures: OrderProbabilityFigures,
  room: ProbabilityAllowance = { auc: 0, brier: 0 },
): Bar[] => {
  const area = "P(order in 90 d), Online Retail II key accounts";
  return [
    {
      area,
      promise: "Brier ≤ .122",
      measured: `${fineText(figures.brier)} at base rate ${shareText(figures.baseRate)}`,
      holds: figures.brier <= 0.122 + room.brier,
    },
    {
      area,
      promise: "AUC ≥ .75",
      measured: fineText(figures.auc),
      holds: figures.auc >= 0.75 - room.auc,
    },
    {
      area,
      promise: "AUC ≥ .72 where the last order is ≤ 60 d old",
      measured: fineText(figures.recent.auc),
      holds: figures.recent.auc >= 0.72 - room.auc,
    },
    {
      area,
      promise: "calibration slope .8–1.2",
      measured: shareText(figures.slope),
      holds: figures.slope >= 0.8 && figures.slope <= 1.2,
    },
  ];
};

/** The promises on the value held out for half a year. */
export const valueBars = (figures: ValueFigures): Bar[] => [
  {
    area: "lifetime value, Online Retail II",
    promise: "top 20 % hold ≥ .758 of what came",
    measured: fineText(figures.topFifth),
    holds: figures.topFifth >= 0.758,
  },
  {
    area: "lifetime value, Online Retail II",
    promise: "total within ±10 % with season",
    measured: shareText(figures.totalRatio),
    holds: Math.abs(figures.totalRatio - 1) <= 0.1,
  },
];

/** The promise on monthly revenue: what is shown is never worse than seasonal naive. */
export const forecastBar = (wape: number): Bar => ({
  area: "revenue forecast, Online Retail II",
  promise: "WAPE ≤ .093 (seasonal naive is the fall-back)",
  measured: fineText(wape),
  holds: wape <= 0.093,
});
