import type { AccountTeamFacts } from "../account/account-policy.ts";
import { seesAccount } from "../account/account-policy.ts";
import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";
import type { SignalStatus } from "./signal-kind.ts";

/** What the actor may do with a signal in its present state; travels with the record. */
export const signalAbilities = (actor: Actor, team: AccountTeamFacts, status: SignalStatus) => {
  const works = seesAccount(actor, team) && isPermitted(actor, "signal.work");
  return {
    acknowledge: works && status === "open",
    snooze: works && (status === "open" || status === "acknowledged"),
    wake: works && status === "snoozed",
    resolve: works && status !== "resolved",
    reopen: works && status === "resolved",
    assign: works && status !== "resolved",
  };
};
