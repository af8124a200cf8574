import { type Bar, friendlyBars, harderBars } from "./acceptance-bars.ts";
import type { AlarmFigures, KindFigures } from "./alarm-evaluation.ts";
import {
  falseAlarmBudgets,
  judgeMethods,
  judgeNinetyDayRule,
  longestGapRule,
  type MethodFigures,
  productMethod,
} from "./early-warning-backtest.ts";
import { friendlyPortfolio } from "./friendly-portfolio.ts";
import { type HarderFamily, harderPortfolio } from "./harder-portfolio.ts";
import { markdownTable, shareText } from "./markdown-table.ts";
import type { SimulatedPortfolio } from "./simulated-portfolio.ts";

/** A part of the printed backtest: its markdown and the promises it settles. */
export type ReportSection = { markdown: string; bars: Bar[] };

const caughtText = (figures: AlarmFigures): string => figures.caught.map(shareText).join("/");

const methodTable = (methods: readonly MethodFigures[]): string =>
  markdownTable(
    ["method", ...falseAlarmBudgets.map((budget) => `${budget * 100} % false: ≤30/≤60/≤90 d`)],
    methods.map(({ method, atBudget }) => [method, ...atBudget.map(caughtText)]),
  );

const kindText = (kind: KindFigures | undefined): string[] =>
  kind === undefined
    ? []
    : [
        shareText(kind.falseAlarms),
        `${shareText(kind.caught[1])}/${shareText(kind.caught[2])}`,
        Number.isFinite(kind.medianDelay) ? `${kind.medianDelay} d` : "never",
      ];

const kindTable = (methods: readonly MethodFigures[]): string => {
  const [ours, rule] = [productMethod, longestGapRule].map(
    (name) => methods.find(({ method }) => method === name)!.atBudget[0]!.byKind,
  );
  return markdownTable(
    [
      "kind, at 5 %",
      "rhythm: false",
      "≤60/≤90 d",
      "median",
      "longest gap: false",
      "≤60/≤90 d",
      "median",
    ],
    [...ours!.keys()].map((kind) => [
      kind,
      ...kindText(ours!.get(kind)),
      ...kindText(rule!.get(kind)),
    ]),
  );
};

const section = (
  title: string,
  portfolios: readonly SimulatedPortfolio[],
  barsOf: (methods: readonly MethodFigures[]) => Bar[],
  after = "",
): ReportSection => {
  const methods = judgeMethods(portfolios);
  const parts = [`## ${title}`, methodTable(methods), kindTable(methods), after];
  return { markdown: parts.filter(Boolean).join("\n\n"), bars: barsOf(methods) };
};

/** The published portfolio, on seeds of our own. */
export const friendlySection = (seeds: readonly number[], perKind: number): ReportSection => {
  const portfolios = seeds.map((seed) => friendlyPortfolio(seed, perKind));
  const ninety = [...judgeNinetyDayRule(portfolios).byKind]
    .map(([kind, figures]) => `${kind} ${shareText(figures.falseAlarms)}`)
    .join(", ");
  return section(
    `Friendly portfolio: 5 kinds × ${perKind}, seeds ${seeds.join(", ")}`,
    portfolios,
    (methods) => friendlyBars(methods),
    `Live accounts the 90-day rule alarms within the year: ${ninety}.`,
  );
};

/** A harder family: equal parts of every kind on all `seeds`, drawn shares on as many more as `drawn` says. */
export const harderSection = (
  family: HarderFamily,
  seeds: readonly number[],
  drawn: number,
  size: number,
): ReportSection => {
  const unequal = seeds.slice(0, drawn).map((seed) => seed + 500);
  const portfolios = [
    ...seeds.map((seed) => harderPortfolio({ family, seed, size })),
    ...unequal.map((seed) => harderPortfolio({ family, seed, size, mix: "drawn" })),
  ];
  const drawnText = drawn > 0 ? `, unequal parts ${unequal.join(", ")}` : "";
  return section(
    `Harder portfolio, ${family} kinds: ${size} customers, seeds ${seeds.join(", ")}${drawnText}`,
    portfolios,
    (methods) => harderBars(family, methods),
  );
};
