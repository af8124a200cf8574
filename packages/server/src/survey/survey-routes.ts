import { surveys } from "@mainstay/contract/survey";
import { surveyInvitations, surveyRounds } from "@mainstay/contract/survey-round";
import { surveyOptOuts, surveySettings } from "@mainstay/contract/survey-setting";
import type { App } from "../platform/http/app.ts";
import { serve, servePublic } from "../platform/http/serve.ts";
import { serveDownload } from "../platform/http/serve-download.ts";
import { closeRoundByHand, endSurvey } from "./close-round.ts";
import { countSample } from "./count-sample.ts";
import { draftSurvey } from "./draft-survey.ts";
import { editSurvey, removeSurvey } from "./edit-survey.ts";
import { exportInvitations } from "./export-invitations.ts";
import { inviteByHand } from "./invite-people.ts";
import { listInvitations } from "./list-invitations.ts";
import { listOptOuts, optOutByLink, recordOptOut, removeOptOut } from "./opt-out.ts";
import { remindRound } from "./remind-round.ts";
import { getRoundView } from "./round-view.ts";
import { startRound } from "./start-round.ts";
import { makeInvitationLink, makeWalkInLink } from "./survey-link.ts";
import { readSurveySetting, saveSurveySetting, toSurveySettingView } from "./survey-setting.ts";
import { getSurveyView, listSurveys } from "./survey-view.ts";

/** Joins surveys, their rounds and askings, and the wish not to be asked. */
export const surveyRoutes = (app: App): void => {
  serve(app, surveys.list, (context) => context.read((db) => listSurveys(db, context.actor)));
  serve(app, surveys.get, (context, { params }) =>
    context.read((db) => getSurveyView(db, context.actor, params.surveyId)),
  );
  serve(app, surveys.draft, (context, { body }) => draftSurvey(context, body));
  serve(app, surveys.edit, (context, { params, body }) =>
    editSurvey(context, params.surveyId, body),
  );
  serve(app, surveys.remove, (context, { params }) => removeSurvey(context, params.surveyId));
  serve(app, surveys.countSample, (context, { body }) => countSample(context, body));
  serve(app, surveys.start, (context, { params, body }) =>
    startRound(context, params.surveyId, body),
  );
  serve(app, surveys.end, (context, { params }) => endSurvey(context, params.surveyId));
  serve(app, surveyRounds.get, (context, { params }) =>
    context.read((db) => getRoundView(db, context.actor, params.roundId)),
  );
  serve(app, surveyRounds.invitations, (context, { params, query }) =>
    context.read(async (db) => {
      await getRoundView(db, context.actor, params.roundId);
      return listInvitations(db, context.tenantId, params.roundId, query);
    }),
  );
  serve(app, surveyRounds.invite, (context, { params, body }) =>
    inviteByHand(context, params.roundId, body.people),
  );
  serve(app, surveyRounds.remind, (context, { params }) => remindRound(context, params.roundId));
  serve(app, surveyRounds.close, (context, { params }) =>
    closeRoundByHand(context, params.roundId),
  );
  serve(app, surveyRounds.makeWalkInLink, (context, { params }) =>
    makeWalkInLink(context, params.roundId),
  );
  serveDownload(app, surveyRounds.export, (context, { params }, outlet) =>
    exportInvitations(context, params.roundId, outlet),
  );
  serve(app, surveyInvitations.makeLink, (context, { params }) =>
    makeInvitationLink(context, params.invitationId),
  );
  serve(app, surveySettings.get, (context) =>
    context.read(async (db) => toSurveySettingView(await readSurveySetting(db, context.tenantId))),
  );
  serve(app, surveySettings.save, (context, { body }) => saveSurveySetting(context, body));
  serve(app, surveyOptOuts.list, (context, { query }) =>
    context.read((db) => listOptOuts(db, context.tenantId, query)),
  );
  serve(app, surveyOptOuts.record, (context, { params }) => recordOptOut(context, params.personId));
  serve(app, surveyOptOuts.remove, (context, { params }) => removeOptOut(context, params.personId));
  servePublic(app, surveyOptOuts.byLink, (context, { body }) =>
    optOutByLink(app.database, context, body.token),
  );
};
