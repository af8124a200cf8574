import { people } from "@mainstay/contract/person";
import { personExports } from "@mainstay/contract/person-export";
import { personLists } from "@mainstay/contract/person-list";
import { personPages } from "@mainstay/contract/person-page";
import { findAccount } from "../account/account-queries.ts";
import { listInteractionsWhere } from "../interaction/interaction-queries.ts";
import type { Context } from "../platform/access/context.ts";
import { recordBulkView } from "../platform/audit/record-read.ts";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { serve } from "../platform/http/serve.ts";
import { serveDownload } from "../platform/http/serve-download.ts";
import { addPerson } from "./add-person.ts";
import { editPerson } from "./edit-person.ts";
import { editPosition } from "./edit-position.ts";
import { exportPeople } from "./export-people.ts";
import { findLikelyDuplicates } from "./find-likely-duplicates.ts";
import { leaveJob } from "./leave-job.ts";
import { movePerson } from "./move-person.ts";
import { personTotals } from "./person-list-queries.ts";
import { contactsOf, getPersonPage } from "./person-page-screen.ts";
import { listPositions } from "./person-queries.ts";
import { getPersonView } from "./person-view.ts";
import { searchPeople } from "./search-people.ts";
import { takeUpJob } from "./take-up-job.ts";

/** What an act on people came to; the remembered totals of lists no longer hold. */
const changed = async <Result>(context: Context, act: Promise<Result>): Promise<Result> => {
  const result = await act;
  personTotals.forget(context.tenantId);
  return result;
};

export const personRoutes = (app: App): void => {
  serve(app, people.list, async (context, { params: { accountId } }) => {
    const items = await context.read(async (db) => {
      if (!(await findAccount(db, context.tenantId, accountId)))
        throw new AppError("account.not_found");
      return listPositions(db, context.actor, accountId);
    });
    await recordBulkView(context, "person", items.length, { accountId });
    return { items };
  });
  serve(app, people.add, (context, { params, body }) =>
    changed(context, addPerson(context, params.accountId, body)),
  );
  serve(app, people.edit, (context, { params, body }) =>
    changed(context, editPosition(context, params.positionId, body)),
  );
  serve(app, people.leave, (context, { params, body }) =>
    changed(context, leaveJob(context, params.positionId, body)),
  );
  serve(app, people.move, (context, { params, body }) =>
    changed(context, movePerson(context, params.positionId, body)),
  );
  serve(app, people.takeUp, (context, { params, body }) =>
    changed(context, takeUpJob(context, params.personId, body)),
  );
  serve(app, personLists.search, (context, { query }) => searchPeople(context, query));
  serve(app, personLists.duplicates, async (context, { query }) => ({
    items: await findLikelyDuplicates(context, query),
  }));
  serveDownload(app, personExports.file, (context, { query }, outlet) =>
    exportPeople(context, query, outlet),
  );
  serve(app, personPages.get, (context, { params }) => getPersonPage(context, params.personId));
  serve(app, personPages.interactions, (context, { params, query }) =>
    context.read(async (db) => {
      await getPersonView(db, context.actor, params.personId);
      const condition = contactsOf(context.tenantId, params.personId);
      return listInteractionsWhere(db, context.tenantId, condition, query);
    }),
  );
  serve(app, personPages.edit, (context, { params, body }) =>
    changed(context, editPerson(context, params.personId, body)),
  );
};
