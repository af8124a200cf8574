/**
 * What makes an account red whatever its score (formulas § 7). `relationship`: an economic buyer is against us; the
 * code says no more, because a stance is class P and the veto is read by people without it. `buyer_dissatisfied`: an economic
 * buyer's own newest answer is a detractor's, which is never averaged away (formulas § 2).
 */
export const healthVetoes = [
  "relationship",
  "contact_left",
  "buyer_dissatisfied",
  "case_overdue",
  "termination",
  "rhythm_broken",
] as const;
export type HealthVeto = (typeof healthVetoes)[number];
