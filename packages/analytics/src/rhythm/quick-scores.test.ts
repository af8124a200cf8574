import { expect, test } from "vitest";
import { seededRandom } from "../numeric/seeded-random.ts";
import { fitRhythmModel } from "./fit-rhythm-model.ts";
import { lostProbability } from "./lost-probability.ts";
import { type OrderDayHistories, packOrderDays } from "./order-day-histories.ts";
import { readAccount, startRhythmRun } from "./rhythm-figures.ts";
import { defaultRhythmModel, type RhythmModel } from "./rhythm-model.ts";
import { createRhythmPosterior } from "./rhythm-posterior.ts";
import { scoreLost } from "./score-rhythm.ts";

const firstDay = 18_000;
const today = 20_400;
const accounts = 300;

/** Every account's P(lost) with all calendars read and no account passed over as calm. */
const scoreThoroughly = (model: RhythmModel, histories: OrderDayHistories, asOf: number) => {
  const run = startRhythmRun(model, {}, { ...createRhythmPosterior(), thorough: true });
  return Array.from({ length: accounts }, (_, account) => {
    readAccount(run, histories, account, asOf);
    return run.posterior.count > 0
      ? lostProbability(run.posterior, run.prepared, asOf, model.grace)
      : Number.NaN;
  });
};

const { uniform } = seededRandom(7);

const renewals = (gap: (account: number) => number): OrderDayHistories =>
  packOrderDays(
    Array.from({ length: accounts }, (_, account) => {
      const days = [firstDay + Math.floor(900 * uniform())];
      const until = uniform() < 0.3 ? today - 600 * uniform() : today;
      while (days.at(-1)! < until) days.push(days.at(-1)! + Math.max(1, Math.round(gap(account))));
      return days.slice(0, -1);
    }),
  );

const yearly = (period: number, windows: number): OrderDayHistories =>
  packOrderDays(
    Array.from({ length: accounts }, () => {
      const start = firstDay + 300 * uniform();
      const until = uniform() < 0.3 ? today - 600 * uniform() : today;
      return Array.from({ length: 7 * windows }, (_, i) =>
        Math.round(start + (i * period) / windows + 12 * (uniform() - 0.5)),
      ).filter((day) => day <= until);
    }),
  );

const means = [14, 30, 60, 91, 182];
const portfolios: Record<string, OrderDayHistories> = {
  steady: renewals((account) => means[account % 5]! * (0.8 + 0.4 * uniform())),
  random: renewals((account) => -means[account % 5]! * Math.log(uniform())),
  "in bursts": renewals(() => (uniform() < 0.5 ? 5 + 4 * uniform() : 80 + 30 * uniform())),
  "yearly windows": yearly(365.25, 1),
  "three windows a year": yearly(365.25, 3),
  "lunar years": yearly(354.37, 1),
};

for (const [name, histories] of Object.entries(portfolios))
  for (const prior of ["default", "fitted"] as const)
    test(`quick P(lost) of ${name} buyers keeps to the thorough one, ${prior} prior`, () => {
      const model =
        prior === "fitted" ? fitRhythmModel(histories, today) : defaultRhythmModel(today);
      for (const asOf of [today - 100, today, today + 40]) {
        const quick = scoreLost(model, histories, asOf);
        scoreThoroughly(model, histories, asOf).forEach((thorough, account) => {
          if (Number.isNaN(thorough)) return expect(quick[account]).toBeNaN();
          const tolerance = thorough >= 0.1 ? 1e-3 : 5e-3;
          expect(Math.abs(quick[account]! - thorough)).toBeLessThanOrEqual(tolerance);
        });
      }
    });

test("an account just past half its shortest gap is scored without its rhythm, and close to it", () => {
  const histories = packOrderDays([Array.from({ length: 24 }, (_, i) => today - 30 * (23 - i))]);
  const model = defaultRhythmModel(today);
  const mild = { ...model, dropout: { s: 1, betaDays: 3650 } };
  const [quick] = scoreLost(mild, histories, today + 20);
  const run = startRhythmRun(mild, {}, { ...createRhythmPosterior(), thorough: true });
  readAccount(run, histories, 0, today + 20);
  const thorough = lostProbability(run.posterior, run.prepared, today + 20, mild.grace);
  expect(quick).not.toBe(thorough);
  expect(Math.abs(quick! - thorough)).toBeLessThan(2e-3);
});
