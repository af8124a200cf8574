import { type AccountFilter, accounts } from "@mainstay/contract/account";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { serveDownload } from "../platform/http/serve-download.ts";
import { countAccounts, listAccountRows } from "./account-list-queries.ts";
import { summariseAccounts } from "./account-summary-queries.ts";
import { accountTotals } from "./account-totals.ts";
import { getAccountView } from "./account-view.ts";
import { answerAccountProfile } from "./answer-account-profile.ts";
import { editAccount } from "./edit-account.ts";
import { exportAccounts } from "./export-accounts.ts";
import { explainFigure } from "./explain-figure.ts";
import { findMatrixPoints } from "./matrix-queries.ts";
import { openAccount } from "./open-account.ts";

export const accountRoutes = (app: App): void => {
  serve(app, accounts.list, (context, { query }) =>
    context.read(async (db) => {
      const { sort, direction, cursor, limit, ...filter } = query;
      const { tenantId, actor } = context;
      const count = (of: AccountFilter) =>
        accountTotals.get(actor, of, () => countAccounts(db, actor, of));
      const total = await count(filter);
      const matches = filter.q ? { total, of: await count({}) } : undefined;
      const request = { filter, sort, direction, cursor, limit, matches };
      return { ...(await listAccountRows(db, tenantId, actor.userId, request)), total };
    }),
  );
  serve(app, accounts.summary, (context, { query }) =>
    context.read((db) => summariseAccounts(db, context.actor, query)),
  );
  serve(app, accounts.matrix, (context, { query }) =>
    context.read((db) => findMatrixPoints(db, context.actor, query)),
  );
  serveDownload(app, accounts.export, (context, { query }, outlet) =>
    exportAccounts(context, query, outlet),
  );
  serve(app, accounts.get, (context, { params }) =>
    context.read((db) => getAccountView(db, context.actor, params.accountId)),
  );
  serve(app, accounts.create, (context, { body }) => openAccount(context, body));
  serve(app, accounts.edit, (context, { params, body }) =>
    editAccount(context, params.accountId, body),
  );
  serve(app, accounts.answerProfile, (context, { params, body }) =>
    answerAccountProfile(context, params.accountId, body),
  );
  serve(app, accounts.figure, (context, { params }) =>
    context.read((db) => explainFigure(db, context.tenantId, params.accountId, params.figure)),
  );
};
