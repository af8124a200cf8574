import type { RoundView } from "@mainstay/contract/survey-round";
import type { Context } from "../platform/access/context.ts";
import { workOnSurvey } from "./edit-survey.ts";
import { openRound } from "./open-round.ts";
import { getRoundView } from "./round-view.ts";

/** Opens a round now, in the name of who sends it. Only who sees the whole workspace may: it asks all of its customers. */
export const startRound = (
  context: Context,
  surveyId: string,
  wanted: { closesOn?: string | undefined },
): Promise<RoundView> =>
  context.write(async (tx) => {
    const survey = await workOnSurvey(tx, context, surveyId, "start");
    const roundId = await openRound(tx, context, survey, wanted);
    return getRoundView(tx, context.actor, roundId);
  });
