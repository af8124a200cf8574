import { people } from "@mainstay/contract/person";
import { findAccount } from "../account/account-queries.ts";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { serve } from "../platform/http/serve.ts";
import { addPerson } from "./add-person.ts";
import { editPosition } from "./edit-position.ts";
import { listPositions } from "./person-queries.ts";

export const personRoutes = (app: App): void => {
  serve(app, people.list, (context, { params }) =>
    context.read(async (db) => {
      if (!(await findAccount(db, context.tenantId, params.accountId)))
        throw new AppError("account.not_found");
      return { items: await listPositions(db, context.actor, params.accountId) };
    }),
  );
  serve(app, people.add, (context, { params, body }) => addPerson(context, params.accountId, body));
  serve(app, people.edit, (context, { params, body }) =>
    editPosition(context, params.positionId, body),
  );
};
