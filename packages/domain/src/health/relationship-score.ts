/** Relationship 关系: 0.6 × coverage + 0.4 × (support index + 100) ÷ 2 (formulas § 7). `coverage` 0…1, `supportIndex` −100…+100. */
export const relationshipScore = (facts: {
  readonly coverage: number | null;
  readonly supportIndex: number | null;
}): number | null =>
  facts.coverage === null || facts.supportIndex === null
    ? null
    : 0.6 * 100 * facts.coverage + 0.4 * ((facts.supportIndex + 100) / 2);
