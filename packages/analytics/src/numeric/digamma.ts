/** ψ(x) = d ln Γ(x) / dx for x > 0 (Abramowitz & Stegun 6.3.18 after an upward shift). */
export const digamma = (x: number): number => {
  if (!(x > 0)) return Number.NaN;
  let shifted = x;
  let result = 0;
  while (shifted < 9) {
    result -= 1 / shifted;
    shifted += 1;
  }
  const square = 1 / (shifted * shifted);
  const series =
    square *
    (1 / 12 -
      square *
        (1 / 120 -
          square * (1 / 252 - square * (1 / 240 - square * (1 / 132 - (square * 691) / 32760)))));
  return result + Math.log(shifted) - 0.5 / shifted - series;
};

/** ψ′(x) for x > 0, the derivative of {@link digamma} (Abramowitz & Stegun 6.4.12 after an upward shift). */
export const trigamma = (x: number): number => {
  if (!(x > 0)) return Number.NaN;
  let shifted = x;
  let result = 0;
  while (shifted < 12) {
    result += 1 / (shifted * shifted);
    shifted += 1;
  }
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series =
    square *
    (1 / 6 - square * (1 / 30 - square * (1 / 42 - square * (1 / 30 - (square * 5) / 66))));
  return result + inverse * (1 + 0.5 * inverse + series);
};
