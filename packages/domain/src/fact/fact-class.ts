import type { TokenScope } from "../access/token-scope.ts";
import type { UserRole } from "../user/user-role.ts";

/**
 * How delicate a fact about a person is. `B` business: name, title, work contact, role in the organisation — what the
 * job itself shows. `P` profile: what describes the person — interests, stance, influence, style, ties. `S` sensitive:
 * what the law protects most (PIPL art. 28) — itinerary, health, belief, minors; sealed at rest, masked, shown only by
 * the reveal act with a reason.
 */
export const factClasses = ["B", "P", "S"] as const;
export type FactClass = (typeof factClasses)[number];

const ofRole: Readonly<Record<UserRole, readonly FactClass[]>> = {
  manager: ["B", "P", "S"],
  director: ["B", "P", "S"],
  compliance: ["B", "P", "S"],
  sponsor: ["B", "P"],
  service: ["B"],
  analyst: ["B"],
  admin: ["B"],
};

/**
 * The classes of facts a caller may come near: those who work with the person all three, the sponsor no sensitive ones,
 * everybody else business only. A token (`scopes` not null) has business facts only unless it carries `personal`.
 */
export const factClassesOf = (
  role: UserRole,
  scopes: readonly TokenScope[] | null,
): readonly FactClass[] => (scopes !== null && !scopes.includes("personal") ? ["B"] : ofRole[role]);

/**
 * Whether the caller sees persons whose use is restricted (consent withdrawn, objection raised): compliance alone, who
 * has to answer them; a token only with the scope `personal`.
 */
export const seesRestrictedPersons = (
  role: UserRole,
  scopes: readonly TokenScope[] | null,
): boolean => role === "compliance" && (scopes === null || scopes.includes("personal"));
