/** How a forecast of monthly revenue is made: from the months before, oldest first. */
export type MonthForecast = (before: readonly number[]) => number;

/** The forecasts compared. Seasonal naive is what the product falls back to; a model must beat it to be shown. */
export const monthForecasts: Record<string, MonthForecast> = {
  "seasonal naive (same month last year)": (before) => before.at(-12)!,
  "seasonal naive × 3-month growth": (before) => before.at(-12)! * growth(before),
  "last month": (before) => before.at(-1)!,
  "mean of last 3 months": (before) => sum(before, 0) / 3,
};

/** Sum of three months ending `back` months before the last one known. */
const sum = (months: readonly number[], back: number): number => {
  const end = months.length - back;
  return months.slice(end - 3, end).reduce((total, value) => total + value, 0);
};

/** The last three months over the same three a year before; 1 while that year is not on record. */
const growth = (before: readonly number[]): number =>
  before.length < 15 ? 1 : sum(before, 0) / sum(before, 12);

/** WAPE = Σ|forecast − actual| ÷ Σ actual over the last `origins` months, each forecast from the months before it. */
export const rollingWape = (
  months: readonly number[],
  forecast: MonthForecast,
  origins = 12,
): number => {
  let [missed, actual] = [0, 0];
  for (let target = months.length - origins; target < months.length; target++) {
    missed += Math.abs(forecast(months.slice(0, target)) - months[target]!);
    actual += months[target]!;
  }
  return missed / actual;
};

/** The full months of a `YYYY-MM` → revenue table, oldest first, the last one left out because it is cut short. */
export const fullMonths = (sales: ReadonlyMap<string, number>): number[] =>
  [...sales.keys()]
    .sort()
    .slice(0, -1)
    .map((month) => sales.get(month)!);
