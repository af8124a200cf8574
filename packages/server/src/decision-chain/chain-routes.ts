import { assessments } from "@mainstay/contract/assessment";
import { decisionChains } from "@mainstay/contract/decision-chain";
import { pairLevels } from "@mainstay/contract/pair-level";
import { recordBulkView } from "../platform/audit/record-read.ts";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { assessInfluence, rankInfluence } from "./assess-influence.ts";
import { assessStance } from "./assess-stance.ts";
import { assessStyle } from "./assess-style.ts";
import { readDecisionChain } from "./chain-screen.ts";
import { addPair, editPair, removePair } from "./change-pairs.ts";
import { namePairLevels, readPairLevelNames } from "./name-pair-levels.ts";
import { readPersonStanding } from "./person-standing-screen.ts";
import { setBuyingRole } from "./set-buying-role.ts";
import { strikeAssessment } from "./strike-assessment.ts";

export const chainRoutes = (app: App): void => {
  serve(app, decisionChains.get, async (context, { params: { accountId }, query }) => {
    const chain = await context.read((db) =>
      readDecisionChain(db, context, accountId, query.projectId ?? null),
    );
    await recordBulkView(context, "chain", chain.people.length, { accountId });
    return chain;
  });
  serve(app, decisionChains.standing, (context, { params }) =>
    context.read((db) => readPersonStanding(db, context, params.personId)),
  );
  serve(app, decisionChains.setRole, (context, { params, body }) =>
    setBuyingRole(context, params, body),
  );
  serve(app, assessments.assessStance, (context, { params, body }) =>
    assessStance(context, params, body),
  );
  serve(app, assessments.assessInfluence, (context, { params, body }) =>
    assessInfluence(context, params, body),
  );
  serve(app, assessments.rankInfluence, (context, { params, body }) =>
    rankInfluence(context, params.accountId, body),
  );
  serve(app, assessments.assessStyle, (context, { params, body }) =>
    assessStyle(context, params, body),
  );
  serve(app, assessments.strikeStance, (context, { params, body }) =>
    strikeAssessment(context, "stance", params.assessmentId, body.reason),
  );
  serve(app, assessments.strikeInfluence, (context, { params, body }) =>
    strikeAssessment(context, "influence", params.assessmentId, body.reason),
  );
  serve(app, assessments.strikeStyle, (context, { params, body }) =>
    strikeAssessment(context, "style", params.assessmentId, body.reason),
  );
  serve(app, pairLevels.add, (context, { params, body }) =>
    addPair(context, params.accountId, body),
  );
  serve(app, pairLevels.edit, (context, { params, body }) =>
    editPair(context, params.pairLevelId, body),
  );
  serve(app, pairLevels.remove, (context, { params }) => removePair(context, params.pairLevelId));
  serve(app, pairLevels.names, (context) => context.read((db) => readPairLevelNames(db, context)));
  serve(app, pairLevels.name, (context, { body }) => namePairLevels(context, body.names));
};
