import type { BuyingRole } from "./buying-role.ts";

/** How much more or less a role counts in the weight of a person (formulas § 3); no role counts 1. */
const roleFactors: Readonly<Record<BuyingRole | "none", number>> = {
  economic_buyer: 2,
  technical: 1.3,
  user: 1,
  coach: 1,
  gatekeeper: 0.8,
  none: 1,
};

/** Weight of a person in the decision chain: influence (1…5) × role factor. */
export const chainWeight = (influence: number, role: BuyingRole | null): number =>
  influence * roleFactors[role ?? "none"];
