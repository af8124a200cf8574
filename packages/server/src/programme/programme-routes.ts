import { programme } from "@mainstay/contract/programme";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { nominateAccount } from "./nominate-account.ts";
import { readProgramme } from "./programme-screen.ts";
import { previewRule, publishRule } from "./publish-rule.ts";
import { listProgrammeRules } from "./rule-queries.ts";
import { proposeScorecard } from "./score-account.ts";
import { askExit, reviewMembership } from "./work-on-membership.ts";

export const programmeRoutes = (app: App): void => {
  serve(app, programme.screen, (context) => context.read((db) => readProgramme(db, context)));
  serve(app, programme.propose, (context, { params }) =>
    context.read((db) => proposeScorecard(db, context, params.accountId)),
  );
  serve(app, programme.nominate, (context, { body }) => nominateAccount(context, body));
  serve(app, programme.review, (context, { params, body }) =>
    reviewMembership(context, params.membershipId, body),
  );
  serve(app, programme.askExit, (context, { params, body }) =>
    askExit(context, params.membershipId, body.because),
  );
  serve(app, programme.rules, (context) =>
    context.read(async (db) => ({ items: await listProgrammeRules(db, context.tenantId) })),
  );
  serve(app, programme.previewRule, (context, { body }) =>
    context.read((db) => previewRule(db, context.tenantId, body)),
  );
  serve(app, programme.publishRule, (context, { body }) => publishRule(context, body));
};
