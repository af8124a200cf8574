/** Recalibration of P(order within the horizon): logit p' = intercept + slope · logit p. */
export interface OrderCalibration {
  horizonDays: number;
  intercept: number;
  slope: number;
}

// The level of one past quarter is mostly season, so it is hardly followed; its spread is.
const levelPrecision = 3000;
// Gap models are known to be over-sure on real buyers (published remedy: survival to the power 0.8).
const expectedSlope = 0.8;
const slopePrecision = 150;

const logit = (p: number): number => {
  const q = Math.min(0.9995, Math.max(0.0005, p));
  return Math.log(q / (1 - q));
};

/** Fits one horizon's calibration to past forecasts and what came, held near "no change" by a normal prior. */
export const fitOrderCalibration = (
  horizonDays: number,
  forecasts: readonly number[],
  came: readonly boolean[],
): OrderCalibration => {
  const centre = forecasts.reduce((sum, p) => sum + logit(p), 0) / Math.max(1, forecasts.length);
  let level = 0;
  let slope = 1;
  for (let step = 0; step < 30; step++) {
    let gradient0 = -levelPrecision * level;
    let gradient1 = -slopePrecision * (slope - expectedSlope);
    let h00 = levelPrecision;
    let h01 = 0;
    let h11 = slopePrecision;
    forecasts.forEach((forecast, i) => {
      const x = logit(forecast) - centre;
      const p = 1 / (1 + Math.exp(-centre - level - slope * x));
      const error = (came[i] ? 1 : 0) - p;
      const w = p * (1 - p);
      gradient0 += error;
      gradient1 += error * x;
      h00 += w;
      h01 += w * x;
      h11 += w * x * x;
    });
    const determinant = h00 * h11 - h01 * h01;
    const d0 = (h11 * gradient0 - h01 * gradient1) / determinant;
    const d1 = (h00 * gradient1 - h01 * gradient0) / determinant;
    level += d0;
    slope += d1;
    if (Math.abs(d0) + Math.abs(d1) < 1e-9) break;
  }
  const kept = Math.min(1.5, Math.max(0.3, slope));
  return { horizonDays, intercept: level + (1 - kept) * centre, slope: kept };
};

/** Applies the calibration of the horizon, between two fitted ones by the logarithm of the days. */
export const calibrateOrderProbability = (
  calibrations: readonly OrderCalibration[],
  p: number,
  horizonDays: number,
): number => {
  const first = calibrations[0];
  if (!first || p <= 0) return p;
  let low = first;
  let high = first;
  for (const calibration of calibrations) {
    high = calibration;
    if (calibration.horizonDays >= horizonDays) break;
    low = calibration;
  }
  const width = Math.log(high.horizonDays / low.horizonDays);
  const at =
    width > 0 ? Math.min(1, Math.max(0, Math.log(horizonDays / low.horizonDays) / width)) : 0;
  const intercept = low.intercept + at * (high.intercept - low.intercept);
  const slope = low.slope + at * (high.slope - low.slope);
  return 1 / (1 + Math.exp(-intercept - slope * logit(p)));
};
