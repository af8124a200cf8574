import { forecastBar, orderProbabilityBars, valueBars } from "./acceptance-bars.ts";
import type { ReportSection } from "./early-warning-report.ts";
import { fineText, markdownTable, shareText } from "./markdown-table.ts";
import { type OnlineRetail, readMonthlySales } from "./online-retail-orders.ts";
import {
  judgedDays,
  type OrderPredictor,
  orderProbabilityFigures,
  plainPredictors,
  otherDays,
} from "./order-probability-backtest.ts";
import { predictByRhythm, purchaseModelPredictors } from "./product-predictors.ts";
import { modelValuePredictors, productValue } from "./product-value-predictors.ts";
import { fullMonths, monthForecasts, rollingWape } from "./revenue-forecast-backtest.ts";
import { plainValuePredictors, valueFigures } from "./value-backtest.ts";

const predictors: Record<string, OrderPredictor> = {
  "order rhythm (this product)": predictByRhythm,
  ...purchaseModelPredictors,
  ...plainPredictors,
};

const probabilityTable = (
  retail: OnlineRetail,
  horizon: number,
  days: readonly number[],
): string => {
  const figures = Object.entries(predictors).map(
    ([name, predict]) => [name, orderProbabilityFigures(retail, predict, horizon, days)] as const,
  );
  const [, first] = figures[0]!;
  const table = markdownTable(
    [`next ${horizon} d`, "AUC", "Brier", "log-loss", "slope", "≤60 d: AUC", "Brier"],
    figures.map(([name, of]) => [
      name,
      fineText(of.auc),
      fineText(of.brier),
      fineText(of.logLoss),
      shareText(of.slope),
      fineText(of.recent.auc),
      fineText(of.recent.brier),
    ]),
  );
  return `n ≈ ${Math.round(first.accounts)}, base rate ${fineText(first.baseRate)}\n\n${table}`;
};

/** P(order in H) of the key accounts of Online Retail II, out of time. */
export const orderProbabilitySection = (retail: OnlineRetail): ReportSection => ({
  markdown: [
    "## Online Retail II key accounts: P(at least one order in H days)",
    "As of 2010-09-16, 2010-10-31 and 2011-08-12 (closest to the published base rates):",
    probabilityTable(retail, 90, judgedDays),
    probabilityTable(retail, 30, judgedDays),
    "As of 2010-12-15, 2011-03-15, 06-13 and 09-10 (lower base rate, no promise attached):",
    probabilityTable(retail, 90, otherDays),
    probabilityTable(retail, 30, otherDays),
  ].join("\n\n"),
  bars: orderProbabilityBars(orderProbabilityFigures(retail, predictByRhythm, 90)),
});

/** Who brings the revenue of the next half year: lifetime value against its baselines. */
export const valueSection = (retail: OnlineRetail): ReportSection => {
  const figures = Object.entries({ ...plainValuePredictors, ...modelValuePredictors }).map(
    ([name, predict]) => [name, valueFigures(retail, predict)] as const,
  );
  const table = markdownTable(
    ["score on 2011-06-08", "Spearman", "top 20 % share", "top 50 share", "sum ÷ actual", "MAE £"],
    figures.map(([name, of]) => [
      name,
      fineText(of.spearman),
      fineText(of.topFifth),
      fineText(of.topFifty),
      shareText(of.totalRatio),
      of.meanErrorPounds.toFixed(1),
    ]),
  );
  const title = `## Lifetime value: 184 days held out, ${figures[0]![1].accounts} accounts`;
  const product = figures.find(([name]) => name === productValue)![1];
  return { markdown: [title, table].join("\n\n"), bars: valueBars(product) };
};

/** Monthly revenue of the whole shop, twelve rolling origins. */
export const forecastSection = (): ReportSection | null => {
  const sales = readMonthlySales();
  if (sales === null) return null;
  const months = fullMonths(sales);
  const wapes = Object.entries(monthForecasts).map(
    ([name, forecast]) => [name, rollingWape(months, forecast)] as const,
  );
  const table = markdownTable(
    ["monthly revenue, 12 rolling origins", "WAPE"],
    wapes.map(([name, wape]) => [name, fineText(wape)]),
  );
  return { markdown: `## Revenue forecast\n\n${table}`, bars: [forecastBar(wapes[0]![1])] };
};
