import { expect, test } from "vitest";
import { seededRandom } from "../numeric/seeded-random.ts";
import { bgNbdConditionalExpectation, bgNbdPAlive, fitBgNbd } from "./bg-nbd.ts";
import { fitMbgCnbdK, mbgCnbdKConditionalExpectation, mbgCnbdKPAlive } from "./mbg-cnbd-k.ts";
import { fitMbgNbd, mbgNbdConditionalExpectation, mbgNbdPAlive } from "./mbg-nbd.ts";
import { fitParetoNbd, paretoNbdConditionalExpectation, paretoNbdPAlive } from "./pareto-nbd.ts";
import { expectAll, historiesOf } from "../../test-support/published-fixed-points.ts";
import type { RepeatHistories } from "./repeat-history.ts";
import { simulateOrderDropout } from "../../test-support/simulated-histories.ts";

const kind = { k: 1, leavesAfterFirst: false };
const truth = { r: 0.6, alpha: 5, a: 0.7, b: 2.5 };
const weeks = simulateOrderDropout(seededRandom(9), kind, truth, 1_500, [30, 100]);

const models = {
  "BG/NBD": [fitBgNbd, bgNbdConditionalExpectation, bgNbdPAlive],
  "MBG/NBD": [fitMbgNbd, mbgNbdConditionalExpectation, mbgNbdPAlive],
  "Pareto/NBD": [fitParetoNbd, paretoNbdConditionalExpectation, paretoNbdPAlive],
  "MBG/CNBD-2": [
    (h: RepeatHistories) => fitMbgCnbdK(h, { k: 2 }),
    mbgCnbdKConditionalExpectation,
    mbgCnbdKPAlive,
  ],
} as unknown as Record<
  string,
  [
    (h: RepeatHistories) => ReturnType<typeof fitBgNbd>,
    typeof bgNbdConditionalExpectation,
    typeof bgNbdPAlive,
  ]
>;

for (const [name, [fit, expectation, alive]] of Object.entries(models)) {
  test(`${name} forecasts the same in days as in weeks`, () => {
    const times = (v: Float64Array) => v.map((t) => t * 7);
    const days = { x: weeks.x, tx: times(weeks.tx), T: times(weeks.T) };
    const [inWeeks, inDays] = [fit(weeks), fit(days)];
    const later = expectation(inWeeks.parameters, weeks, 26);
    expectAll(expectation(inDays.parameters, days, 182), [...later], 1e-6);
    expectAll(alive(inDays.parameters, days), [...alive(inWeeks.parameters, weeks)], 1e-6);
  });

  test(`${name} gives finite answers for up to 1,000 orders, none, and an order on the last day`, () => {
    const { parameters } = fit(weeks);
    for (let x = 0; x <= 1_000; x++) {
      for (const [tx, T] of [
        [0, 0],
        [200, 200],
        [1e-6, 200],
        [140, 200],
        [200, 20_000],
      ] as const) {
        if (x > 0 && tx === 0) continue;
        const one = historiesOf([x, x === 0 ? 0 : tx, T]);
        const [chance] = alive(parameters, one);
        const [orders] = expectation(parameters, one, 26);
        if (!(chance! >= 0 && chance! <= 1 && orders! >= 0 && orders! < 1e6)) {
          expect.fail(`x = ${x}, tx = ${tx}, T = ${T}: P(alive) ${chance}, orders ${orders}`);
        }
      }
    }
  });

  test(`${name} ends with finite parameters on data that no model fits`, () => {
    const odd: RepeatHistories[] = [
      historiesOf([0, 0, 10]),
      historiesOf([0, 0, 0], [0, 0, 0]),
      historiesOf([5, 10, 10], [5, 10, 10], [5, 10, 10]),
      historiesOf([1_000, 999, 1_000], [0, 0, 1_000]),
      historiesOf([1, 1e-9, 5], [3, 4, 1e6]),
    ];
    for (const histories of odd) {
      const result = fit(histories);
      const figures = [...Object.values(result.parameters), result.logLikelihood];
      expect(figures.every(Number.isFinite), JSON.stringify(result)).toBe(true);
      expect(Object.values(result.standardErrors).every((e) => e >= 0)).toBe(true);
    }
  });
}

test("weights count as so many equal accounts", () => {
  const once = historiesOf([0, 0, 30], [2, 12, 30], [5, 28, 30], [1, 3, 25], [0, 0, 20]);
  const weight = Float64Array.of(40, 20, 10, 15, 30);
  const repeated = historiesOf(
    ...[...weight].flatMap((w, i) =>
      Array.from({ length: w }, (): [number, number, number] => [
        once.x[i]!,
        once.tx[i]!,
        once.T[i]!,
      ]),
    ),
  );
  const [light, heavy] = [fitMbgNbd({ ...once, weight }), fitMbgNbd(repeated)];
  expect(light.customers).toBe(115);
  expect(light.logLikelihood).toBeCloseTo(heavy.logLikelihood, 8);
});

test("a large portfolio fitted by way of a part ends where the direct way ends", () => {
  const many = simulateOrderDropout(seededRandom(4), kind, truth, 130_000, [30, 100]);
  const fit = fitBgNbd(many);
  expect(fit.converged).toBe(true);
  const direct = fitBgNbd(many, { start: fit.parameters });
  expect(direct.logLikelihood).toBeCloseTo(fit.logLikelihood, 4);
  for (const [name, value] of Object.entries(truth) as [keyof typeof truth, number][]) {
    expect(Math.abs(fit.parameters[name] - value)).toBeLessThan(4 * fit.standardErrors[name]);
  }
});

test("rows that no account can have are refused by number and reason", () => {
  const bad: [RepeatHistories, RegExp][] = [
    [historiesOf([0, 0, 5], [1.5, 2, 5]), /row 1.*whole number/],
    [historiesOf([-1, 2, 5]), /row 0.*whole number/],
    [historiesOf([1, 6, 5]), /row 0.*tx/],
    [historiesOf([0, 2, 5]), /row 0.*tx must be 0/],
    [historiesOf([1, 2, Number.NaN]), /row 0/],
    [historiesOf(), /at least one account/],
  ];
  for (const [histories, reason] of bad) expect(() => fitBgNbd(histories)).toThrow(reason);
});
