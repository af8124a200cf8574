import { type AccountTeamFacts, seesAccount } from "../account/account-policy.ts";
import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";
import type { ChangeStatus, ConfirmationSide } from "./change-status.ts";

export interface ChangeFacts {
  readonly team: AccountTeamFacts;
  readonly status: ChangeStatus;
  /** Who made the newest version. */
  readonly madeBy: string | null;
  /** Sides that have confirmed the newest version. */
  readonly confirmedBy: readonly ConfirmationSide[];
}

/**
 * What the actor may do with a requirement change in its state; travels with the record. A draft or a sent one may be revised
 * until both sides have confirmed; ours is confirmed by a manager or director who did not make the version (four eyes).
 */
export const changeAbilities = (
  actor: Actor,
  { team, status, madeBy, confirmedBy }: ChangeFacts,
) => {
  const edits = seesAccount(actor, team) && isPermitted(actor, "requirement_change.edit");
  const waits = status === "draft" || status === "sent";
  const confirms = actor.role === "manager" || actor.role === "director";
  return {
    revise: edits && waits,
    send: edits && status === "draft",
    confirmOurs:
      edits &&
      confirms &&
      status === "sent" &&
      madeBy !== actor.userId &&
      !confirmedBy.includes("ours"),
    confirmTheirs: edits && status === "sent" && !confirmedBy.includes("theirs"),
    markStarted: edits && status !== "declined" && status !== "withdrawn",
    decline: edits && status === "sent",
    withdraw: edits && waits,
  };
};

/** Whether the actor may draft a change for the account. */
export const mayDraftChange = (actor: Actor, team: AccountTeamFacts): boolean =>
  seesAccount(actor, team) && isPermitted(actor, "requirement_change.edit");
