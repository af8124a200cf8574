import { costs, hourlyRates } from "@mainstay/contract/cost";
import { isPermitted } from "@mainstay/domain/access/permission";
import { findAccount } from "../account/account-queries.ts";
import { getCaseAtDesk } from "../case-attachment/case-at-desk.ts";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { serve } from "../platform/http/serve.ts";
import { addCost } from "./add-cost.ts";
import { listCostsOfCase, sumCostToServe } from "./cost-queries.ts";
import { listHourlyRates, setHourlyRate } from "./hourly-rates.ts";
import { removeCost } from "./remove-cost.ts";

export const costRoutes = (app: App): void => {
  serve(app, costs.listOfCase, (context, { params }) =>
    context.read(async (db) => {
      const onCase = await getCaseAtDesk(db, context.tenantId, params.caseId);
      const { actor } = context;
      const items = await listCostsOfCase(db, context.actor, params.caseId);
      return {
        items,
        sumMinor: items.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
        currency: context.workspace.baseCurrency,
        can: {
          add:
            isPermitted(actor, "cost.edit") && !onCase.complained_user_ids.includes(actor.userId),
        },
      };
    }),
  );
  serve(app, costs.addToCase, (context, { params, body }) => addCost(context, params.caseId, body));
  serve(app, costs.remove, (context, { params }) => removeCost(context, params.costId));
  serve(app, costs.ofAccount, (context, { params, query }) =>
    context.read(async (db) => {
      const { tenantId, today, workspace } = context;
      if (!(await findAccount(db, tenantId, params.accountId)))
        throw new AppError("account.not_found");
      const year = query.year ?? Number(today.slice(0, 4));
      return sumCostToServe(db, tenantId, params.accountId, year, workspace.baseCurrency);
    }),
  );
  serve(app, hourlyRates.list, (context) => context.read((db) => listHourlyRates(db, context)));
  serve(app, hourlyRates.set, (context, { params, body }) =>
    setHourlyRate(context, params.role, body.rateMinor),
  );
};
