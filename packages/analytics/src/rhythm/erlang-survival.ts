const reciprocals = Float64Array.from({ length: 2048 }, (_, j) => 1 / j);

/**
 * Probability that no order has come after a silence, when gaps are Erlang-k with rate λ ~ Gamma(shape, rate):
 * `S = Σ_{j<k} Γ(A+j)/(Γ(A) j!) · q^j (1−q)^A`, q = c/(B+c), A and B after the account's own gaps
 * (spec analytics § 5.3, step 3). `silence` and `rate` share their unit (days). Exact, k additions.
 */
export const erlangSurvival = (
  stages: number,
  shape: number,
  rate: number,
  silence: number,
): number => {
  if (!(silence > 0)) return 1;
  const q = silence / (rate + silence);
  let term = Math.exp(shape * Math.log1p(-q));
  let sum = term;
  for (let j = 1; j < stages; j++) {
    term *= (shape + j - 1) * (reciprocals[j]! * q);
    sum += term;
  }
  return sum < 1 ? sum : 1;
};

const certain = 7.5;

/**
 * The same for scoring millions: with many stages the sum is 1 or 0 to nine digits when the stages passed lie more than
 * seven and a half standard deviations from the stages needed, and need not be added up.
 */
export const quickErlangSurvival = (
  stages: number,
  shape: number,
  rate: number,
  silence: number,
): number => {
  if (!(silence > 0)) return 1;
  if (stages >= 8) {
    const odds = silence / rate;
    const passed = shape * odds;
    const distance = stages - passed;
    const variance = passed * (1 + odds);
    if (distance * distance > certain * certain * (variance + stages / 4))
      return distance > 0 ? 1 : 0;
  }
  return erlangSurvival(stages, shape, rate, silence);
};
