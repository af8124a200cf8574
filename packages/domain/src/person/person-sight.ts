import { type AccountTeamFacts, seesAccount } from "../account/account-policy.ts";
import type { Actor } from "../access/actor.ts";
import { type FactClass, seesRestrictedPersons } from "../fact/fact-class.ts";

/** What decides whether the facts about a person are in sight. */
export interface PersonFacts {
  /** Their use is restricted: erasure must wait, or they objected; everything but keeping stops. */
  readonly isRestricted: boolean;
}

/**
 * Whether the actor may know of a person at all: through any job, present or past, at an account they see. Its SQL twin
 * is the row policy `person_visible`.
 */
export const seesPerson = (actor: Actor, teamsOfJobs: readonly AccountTeamFacts[]): boolean =>
  actor.visibility === "all" || teamsOfJobs.some((team) => seesAccount(actor, team));

/**
 * Whether facts of a class about a person the actor sees may come near them. Its SQL twins are the row policies
 * `fact_visible` and those of the profile tables; a property test proves that they agree.
 */
export const seesFactsOfClass = (
  actor: Actor,
  person: PersonFacts,
  factClass: FactClass,
): boolean =>
  actor.factClasses.includes(factClass) &&
  (!person.isRestricted || seesRestrictedPersons(actor.role, actor.scopes));

/** Stance, influence, style, ties and the like are class P. */
export const seesProfile = (actor: Actor, person: PersonFacts): boolean =>
  seesFactsOfClass(actor, person, "P");
