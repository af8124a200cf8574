/** Lawful bases of the Personal Information Protection Law, Article 13; a legitimate interest is not among them (facts § 1). */
export const factBases = [
  "consent",
  "contract_party",
  "legal_duty",
  "public_source",
  "other_law",
] as const;
export type FactBasis = (typeof factBases)[number];
