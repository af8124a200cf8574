import { facts } from "@mainstay/contract/fact";
import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { factKinds, factRules } from "@mainstay/domain/fact/fact-kind";
import { verifyAheadDays } from "@mainstay/domain/fact/fact-retention";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { serveDownload } from "../platform/http/serve-download.ts";
import { acknowledgeBulk, listBulkWarnings } from "./acknowledge-bulk.ts";
import { correctFact, verifyFact } from "./correct-fact.ts";
import { deleteFact } from "./delete-fact.ts";
import { readDossier } from "./dossier-screen.ts";
import { enterFact } from "./enter-fact.ts";
import { exportFacts } from "./export-facts.ts";
import { presentCatalogue } from "./fact-catalogue.ts";
import { findAssessments } from "./fact-papers.ts";
import { listFactsDue } from "./fact-queries.ts";
import { revealFact } from "./reveal-fact.ts";
import { setFactPrompt } from "./set-fact-prompt.ts";

const verifiable = factKinds.filter((kind) => factRules[kind].retention.from === "verified");

export const factRoutes = (app: App): void => {
  const { keyRing } = app;
  serve(app, facts.catalogue, (context) =>
    context.read(async (db) => ({
      kinds: presentCatalogue(await findAssessments(db, context.tenantId)),
    })),
  );
  serve(app, facts.dossier, (context, { params }) => readDossier(context, params.personId));
  serve(app, facts.due, (context, { query }) =>
    context.read((db) => {
      const { today } = context;
      const until = isoFromDayNumber((dayNumberFromIso(today) ?? 0) + verifyAheadDays);
      return listFactsDue(db, context.tenantId, { today, until, kinds: verifiable }, query);
    }),
  );
  serve(app, facts.enter, (context, { params, body }) =>
    enterFact(context, keyRing, params.personId, body),
  );
  serve(app, facts.correct, (context, { params, body }) =>
    correctFact(context, keyRing, params.factId, body),
  );
  serve(app, facts.verify, (context, { params, body }) =>
    verifyFact(context, keyRing, params.factId, body),
  );
  serve(app, facts.delete, (context, { params, query }) =>
    deleteFact(context, params.factId, query.reason),
  );
  serve(app, facts.reveal, (context, { params, body }) =>
    revealFact(context, keyRing, params.factId, body.reason),
  );
  serve(app, facts.prompt, (context, { params, body }) => setFactPrompt(context, params, body));
  serve(app, facts.bulkWarnings, (context) =>
    context.read((db) => listBulkWarnings(db, context.tenantId)),
  );
  serve(app, facts.acknowledgeBulk, (context, { params, body }) =>
    acknowledgeBulk(context, params.importId, body.reason),
  );
  serveDownload(app, facts.exportFile, (context, { query }, outlet) =>
    exportFacts(context, query, outlet),
  );
};
