import type { AccountTeamFacts } from "../account/account-policy.ts";
import { seesAccount } from "../account/account-policy.ts";
import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";

/** What about the person decides whether they may be judged. */
export interface ChainPersonFacts {
  /** Objected to profiling: no stance, influence, style or pair level. */
  readonly noProfiling: boolean;
  /** Everything but storage rests. */
  readonly isRestricted: boolean;
  /** Nobody yet: "the CFO, unknown". */
  readonly isPlaceholder: boolean;
}

/**
 * What the actor may do with a person in the decision chain; travels with the record. Judging is class P: who has no P does
 * not judge, and nobody judges who objected, whose use is restricted, or who is only a placeholder (influence excepted).
 */
export const chainAbilities = (actor: Actor, team: AccountTeamFacts, person: ChainPersonFacts) => {
  const sees = seesAccount(actor, team);
  const judges =
    sees &&
    isPermitted(actor, "chain.assess") &&
    actor.factClasses.includes("P") &&
    !person.noProfiling &&
    !person.isRestricted;
  return {
    setRole: sees && isPermitted(actor, "chain.edit") && !person.isRestricted,
    assessStance: judges && !person.isPlaceholder,
    assessInfluence: judges,
    assessStyle: judges && !person.isPlaceholder,
    pair: judges && !person.isPlaceholder,
  };
};

/** Who may strike a judgement: the one who made it, and a director. */
export const mayStrike = (actor: Actor, assessorId: string | null): boolean =>
  isPermitted(actor, "chain.assess") && (actor.userId === assessorId || actor.role === "director");
