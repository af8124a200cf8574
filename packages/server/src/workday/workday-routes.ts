import { workdays } from "@mainstay/contract/workday";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import {
  adoptOfficialWorkdays,
  importWorkdays,
  removeWorkday,
  setWorkday,
} from "./change-workdays.ts";
import { readWorkdayYear } from "./workday-queries.ts";

export const workdayRoutes = (app: App): void => {
  serve(app, workdays.list, (context, { query }) =>
    context.read((db) => readWorkdayYear(db, context.tenantId, query.year)),
  );
  serve(app, workdays.put, (context, { params, body }) =>
    setWorkday(context, { ...params, ...body }),
  );
  serve(app, workdays.remove, (context, { params }) => removeWorkday(context, params.onDate));
  serve(app, workdays.importText, (context, { body }) => importWorkdays(context, body));
  serve(app, workdays.adoptOfficial, (context, { body }) =>
    adoptOfficialWorkdays(context, body.year),
  );
};
