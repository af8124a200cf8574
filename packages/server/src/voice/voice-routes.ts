import { voices } from "@mainstay/contract/voice";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { serveDownload } from "../platform/http/serve-download.ts";
import { loadAccountVoice } from "./account-voice-screen.ts";
import { listAccountVoices } from "./account-voices.ts";
import { exportAnswers } from "./export-answers.ts";
import { listScoredAnswers } from "./list-scored-answers.ts";
import { listVerbatims } from "./list-verbatims.ts";
import { getResponseView } from "./response-queries.ts";
import { loadRoundResults } from "./round-results-screen.ts";
import { loadVoiceTrend } from "./voice-trend-screen.ts";

/** What customers said: figures, accounts, words. */
export const voiceRoutes = (app: App): void => {
  serve(app, voices.trend, (context, { params }) =>
    context.read((db) => loadVoiceTrend(db, context, params.surveyId)),
  );
  serve(app, voices.round, (context, { params, query }) =>
    context.read((db) => loadRoundResults(db, context, params.roundId, query)),
  );
  serve(app, voices.accounts, (context, { query }) =>
    context.read((db) => listAccountVoices(db, context, query)),
  );
  serve(app, voices.ofAccount, (context, { params }) =>
    context.read((db) => loadAccountVoice(db, context, params.accountId)),
  );
  serve(app, voices.response, (context, { params }) =>
    context.read((db) => getResponseView(db, context.tenantId, params.responseId)),
  );
  serve(app, voices.verbatims, (context, { query }) =>
    context.read((db) => listVerbatims(db, context, query)),
  );
  serve(app, voices.answers, (context, { query }) =>
    context.read((db) => listScoredAnswers(db, context, query)),
  );
  serveDownload(app, voices.export, (context, { params, query }, outlet) =>
    exportAnswers(context, params.roundId, query, outlet),
  );
};
