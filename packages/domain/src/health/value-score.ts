/** Value delivered 价值兑现: metrics of the newest value report met over promised, 0 … 100; unknown where nothing was promised. */
export const valueScore = (
  facts: { readonly promised: number; readonly met: number } | null,
): number | null =>
  facts === null || facts.promised === 0
    ? null
    : (100 * Math.min(facts.met, facts.promised)) / facts.promised;
