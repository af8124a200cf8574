import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";
import type { SurveyStatus } from "./survey-kind.ts";

export interface SurveyFacts {
  readonly status: SurveyStatus;
  /** A round is open now. */
  readonly isAsking: boolean;
  readonly hasRounds: boolean;
}

/**
 * What the actor may do with a survey; travels with the record. A round asks customers of the whole workspace, so only
 * who sees all of it starts one. What was asked stays: a survey with rounds is ended, not removed.
 */
export const surveyAbilities = (actor: Actor, { status, isAsking, hasRounds }: SurveyFacts) => {
  const edits = isPermitted(actor, "survey.edit");
  const sends = isPermitted(actor, "survey.send");
  return {
    edit: edits && status !== "ended",
    start: sends && actor.visibility === "all" && status !== "ended" && !isAsking,
    end: sends && status === "running",
    remove: edits && !hasRounds,
  };
};

/** What the actor may do with a round. */
export const roundAbilities = (actor: Actor, isOpen: boolean) => {
  const sends = isPermitted(actor, "survey.send") && isOpen;
  return {
    invite: sends,
    remind: sends,
    makeLink: isPermitted(actor, "public_link.make") && isOpen,
    makeWalkInLink: sends,
    close: sends,
    export: isPermitted(actor, "voice.export"),
  };
};
