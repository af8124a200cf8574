import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";
import { type AccountTeamFacts, seesAccount } from "../account/account-policy.ts";
import {
  type ObligationDropCode,
  obligationDropCodes,
  type ObligationStatus,
} from "./obligation-kind.ts";

/** After so many moves by agreement the reader is warned: a duty that always moves is not kept. */
export const movesBeforeWarning = 2;

/** The facts of an obligation that decide what may be done with it. */
export interface ObligationFacts {
  readonly status: ObligationStatus;
  /** Met by a contact: the contact decides, not a person's word. */
  readonly isMetByContact: boolean;
  readonly droppedBecause: string | null;
}

export const isDropCode = (text: string | null): text is ObligationDropCode =>
  (obligationDropCodes as readonly (string | null)[]).includes(text);

/** What the actor may do with an obligation in its present state; travels with the record. */
export const obligationAbilities = (
  actor: Actor,
  team: AccountTeamFacts,
  { status, isMetByContact, droppedBecause }: ObligationFacts,
) => {
  const works = seesAccount(actor, team) && isPermitted(actor, "obligation.work");
  const isOpen = status === "open";
  return {
    fulfil: works && (isOpen || status === "missed"),
    move: works && isOpen,
    drop: works && isOpen,
    reopen:
      works &&
      ((status === "fulfilled" && !isMetByContact) ||
        (status === "dropped" && !isDropCode(droppedBecause))),
  };
};
