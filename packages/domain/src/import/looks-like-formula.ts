/**
 * Whether a cell would run as a formula when opened in a spreadsheet (`=cmd|…`, `@SUM(…)`, `+A1`).
 * Such cells are refused in identifying columns and neutralised on export; signed numbers are not formulas.
 */
export const looksLikeFormula = (text: string): boolean => {
  const first = text.charCodeAt(0);
  if (first === 61 || first === 64) return text.length > 1; // = @
  if (first === 9 || first === 13) return true; // a tab or return hides the sign behind it
  if (first === 43 || first === 45) return /^[+-]+\s*[A-Za-z(@=]/.test(text); // + -
  return first > 0xff00 && /^[＝＠]/.test(text);
};
