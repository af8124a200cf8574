/**
 * What makes an account red whatever its score (formulas § 7). `relationship`: an economic buyer is against us; the
 * code says no more, because a stance is class P and the veto is read by people without it.
 */
export const healthVetoes = [
  "relationship",
  "contact_left",
  "case_overdue",
  "termination",
  "rhythm_broken",
] as const;
export type HealthVeto = (typeof healthVetoes)[number];
