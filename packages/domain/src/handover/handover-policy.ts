import { type AccountTeamFacts, seesAccount } from "../account/account-policy.ts";
import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";
import type { HandoverSide, HandoverStatus } from "./handover-kind.ts";

/** What decides who may work on a handover. */
export interface HandoverFacts {
  readonly side: HandoverSide;
  readonly status: HandoverStatus;
  readonly fromUserId: string | null;
  readonly toUserId: string | null;
  readonly ownerUserId: string | null;
  readonly team: AccountTeamFacts;
}

/**
 * What the actor may do with a handover; travels with the record. Those concerned (owner, both sides of the seat, the account's
 * team) and directors and administrators work on it; the account's manager, directors and administrators assign and drop it;
 * only the successor accepts: the one who takes the seat, or on their side the owner of the relation.
 */
export const handoverAbilities = (actor: Actor, handover: HandoverFacts) => {
  const { side, status, fromUserId, toUserId, ownerUserId, team } = handover;
  const works = seesAccount(actor, team) && isPermitted(actor, "handover.work");
  const leads = actor.role === "director" || actor.role === "admin";
  const concerned = [
    fromUserId,
    toUserId,
    ownerUserId,
    team.managerUserId,
    team.backupUserId,
    team.sponsorUserId,
    ...team.expertUserIds,
  ].includes(actor.userId);
  const running = status === "open" || status === "accepted";
  const takesPart = works && running && (concerned || leads);
  const steers =
    works && running && (leads || [team.managerUserId, ownerUserId].includes(actor.userId));
  const successor = side === "ours" ? toUserId : ownerUserId;
  return {
    tick: takesPart,
    nameSuccessor: takesPart && side === "theirs",
    assign: steers && status === "open",
    transfer: takesPart && side === "ours" && toUserId !== null,
    accept: works && status === "open" && successor === actor.userId,
    drop: steers,
  };
};

/** 手工发起 Whether the actor may start a handover at the account: its team, directors and administrators. */
export const mayStartHandover = (actor: Actor, team: AccountTeamFacts): boolean =>
  seesAccount(actor, team) &&
  isPermitted(actor, "handover.work") &&
  (actor.role === "director" ||
    actor.role === "admin" ||
    [team.managerUserId, team.backupUserId, team.sponsorUserId].includes(actor.userId));
