import { obligations } from "@mainstay/contract/obligation";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { loadAccountObligations } from "./account-obligations-screen.ts";
import { countOverdue, measureCompliance } from "./compliance-queries.ts";
import { getObligationView, listMoves, listObligations } from "./obligation-queries.ts";
import {
  dropObligation,
  fulfilObligation,
  moveObligation,
  reopenObligation,
} from "./work-on-obligation.ts";

export const obligationRoutes = (app: App): void => {
  serve(app, obligations.list, (context, { query }) =>
    context.read((db) => listObligations(db, context, query)),
  );
  serve(app, obligations.overdue, (context) => context.read((db) => countOverdue(db, context)));
  serve(app, obligations.compliance, (context, { query }) =>
    context.read((db) => measureCompliance(db, context, query)),
  );
  serve(app, obligations.ofAccount, (context, { params }) =>
    context.read((db) => loadAccountObligations(db, context, params.accountId)),
  );
  serve(app, obligations.get, (context, { params }) =>
    context.read(async (db) => ({
      ...(await getObligationView(db, context, params.obligationId)),
      movesLog: await listMoves(db, context.tenantId, params.obligationId),
    })),
  );
  serve(app, obligations.fulfil, (context, { params, body }) =>
    fulfilObligation(context, params.obligationId, body),
  );
  serve(app, obligations.move, (context, { params, body }) =>
    moveObligation(context, params.obligationId, body),
  );
  serve(app, obligations.drop, (context, { params, body }) =>
    dropObligation(context, params.obligationId, body.because),
  );
  serve(app, obligations.reopen, (context, { params }) =>
    reopenObligation(context, params.obligationId),
  );
};
