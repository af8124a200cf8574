import { expect, test } from "vitest";
import { calibrateOrderProbability, fitOrderCalibration } from "./order-calibration.ts";

const forecasts = Array.from({ length: 2000 }, (_, i) => (i % 2 === 0 ? 0.98 : 0.1));
const came = forecasts.map((p, i) => (p > 0.5 ? i % 10 !== 0 : i % 3 === 0));

test("forecasts that were over-sure are drawn together", () => {
  const calibration = fitOrderCalibration(90, forecasts, came);
  expect(calibration.slope).toBeLessThan(0.8);
  const high = calibrateOrderProbability([calibration], 0.98, 90);
  const low = calibrateOrderProbability([calibration], 0.1, 90);
  expect(high).toBeLessThan(0.97);
  expect(low).toBeGreaterThan(0.15);
});

test("without any past nothing is corrected, and certainty stays certain", () => {
  expect(calibrateOrderProbability([], 0.42, 30)).toBe(0.42);
  const calibration = fitOrderCalibration(90, forecasts, came);
  expect(calibrateOrderProbability([calibration], 0, 90)).toBe(0);
});

test("a horizon between two fitted ones is corrected between them", () => {
  const ends = [
    { horizonDays: 30, intercept: 0, slope: 1 },
    { horizonDays: 90, intercept: 1, slope: 1 },
  ];
  const at = (days: number) => calibrateOrderProbability(ends, 0.5, days);
  expect(at(30)).toBeCloseTo(0.5, 12);
  expect(at(10)).toBeCloseTo(0.5, 12);
  expect(at(52)).toBeCloseTo(1 / (1 + Math.exp(-0.5)), 2);
  expect(at(500)).toBeCloseTo(1 / (1 + Math.exp(-1)), 12);
});
