import type { BuyingRole } from "../buying-role/buying-role.ts";

/** What to bring for whom: purchasing looks at cost, business at effect, executives at the value for their industry (capabilities R12). */
export const roleMaterials = [
  "industry_value",
  "cost_comparison",
  "effect_in_use",
  "technical_proof",
  "payment_and_risk",
  "compliance_papers",
] as const;
export type RoleMaterial = (typeof roleMaterials)[number];

const byTitle: readonly (readonly [RegExp, RoleMaterial])[] = [
  [/采购|供应链|purchas|procure|sourcing/i, "cost_comparison"],
  [/财务|会计|financ|account(?:ant|ing)|cfo/i, "payment_and_risk"],
  [/法务|合规|审计|legal|complian|audit/i, "compliance_papers"],
  [/技术|研发|工程|质量|信息|工艺|engineer|technic|quality|r&d|cto|cio/i, "technical_proof"],
  [/董事|总裁|总经理|^总|ceo|president|chair|general manager|managing director/i, "industry_value"],
];

const byRole: Readonly<Partial<Record<BuyingRole, RoleMaterial>>> = {
  economic_buyer: "industry_value",
  technical: "technical_proof",
  user: "effect_in_use",
  gatekeeper: "compliance_papers",
};

/**
 * The material that fits a person: the economic buyer always hears the value for the industry; else what title and
 * department say, else what the buying role says, else the effect in use.
 */
export const materialFor = (person: {
  readonly role: BuyingRole | null;
  readonly title: string | null;
  readonly department: string | null;
}): RoleMaterial => {
  if (person.role === "economic_buyer") return "industry_value";
  const words = `${person.title ?? ""} ${person.department ?? ""}`.trim();
  const fitting = byTitle.find(([pattern]) => pattern.test(words));
  if (fitting) return fitting[1];
  return (person.role && byRole[person.role]) ?? "effect_in_use";
};
