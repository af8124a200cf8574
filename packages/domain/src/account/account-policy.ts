import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";

/** The people on our side that decide who sees an account. */
export interface AccountTeamFacts {
  readonly managerUserId: string | null;
  readonly backupUserId: string | null;
  readonly sponsorUserId: string | null;
  /** Everybody else who works on the account today: experts, delivery, service … */
  readonly expertUserIds: readonly string[];
}

/**
 * Whether the actor may know of the account at all: sees all, or has one of its people in the team. Its SQL twin is the row policy `account_visible`; a property
 * test proves that the two agree.
 */
export const seesAccount = (actor: Actor, team: AccountTeamFacts): boolean =>
  actor.visibility === "all" ||
  [team.managerUserId, team.backupUserId, team.sponsorUserId, ...team.expertUserIds].some(
    (userId) => userId !== null && actor.teamUserIds.includes(userId),
  );

/** What the actor may do with this account; travels with the record. */
export const accountAbilities = (actor: Actor, team: AccountTeamFacts) => {
  const sees = seesAccount(actor, team);
  return {
    view: sees && isPermitted(actor, "account.view"),
    edit: sees && isPermitted(actor, "account.edit"),
    logInteraction: sees && isPermitted(actor, "interaction.log"),
    addTask: sees && isPermitted(actor, "task.edit"),
    addPerson: sees && isPermitted(actor, "person.edit"),
    decideSegment: sees && isPermitted(actor, "segment.decide"),
  };
};
