import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";
import type { FactClass } from "./fact-class.ts";

/** What the actor may do with one fact that they see; travels with the record. */
export const factAbilities = (
  actor: Actor,
  fact: { readonly class: FactClass; readonly isPersonRestricted: boolean },
) => {
  const reaches = actor.factClasses.includes(fact.class);
  const mayEdit = isPermitted(actor, "fact.edit") && reaches;
  return {
    correct: mayEdit && !fact.isPersonRestricted,
    verify: mayEdit && !fact.isPersonRestricted,
    // Less data is never refused, a restricted person's neither.
    delete: reaches && isPermitted(actor, "fact.delete"),
    reveal: fact.class === "S" && reaches && isPermitted(actor, "fact.reveal"),
  };
};
