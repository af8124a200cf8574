/**
 * 立场 Where a person stands towards us, as somebody of ours judged it. Not known is the absence of a judgement, never a
 * value of its own (formulas § 3).
 */
export const stances = [
  "insider",
  "ally",
  "supporter",
  "neutral",
  "sceptic",
  "misinformed",
  "backslider",
  "opponent",
] as const;
export type Stance = (typeof stances)[number];

/** What each stance counts in the support index, −2 … +2 (formulas § 3). */
export const stanceValue: Readonly<Record<Stance, number>> = {
  insider: 2,
  ally: 1.5,
  supporter: 1,
  neutral: 0,
  sceptic: -0.5,
  misinformed: -0.5,
  backslider: -1,
  opponent: -2,
};
