import { caseLinks } from "@mainstay/contract/case-link";
import { sql } from "kysely";
import { getCaseAtDesk, isAbout, mayHangOn } from "../case-attachment/case-at-desk.ts";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { linkCase, unlinkCase } from "./link-case.ts";
import { listLinks } from "./link-queries.ts";

export const caseLinkRoutes = (app: App): void => {
  serve(app, caseLinks.list, (context, { params }) =>
    context.read(async (db) => {
      const onCase = await getCaseAtDesk(db, context.tenantId, params.caseId);
      const ofCase = sql`l.case_id = ${params.caseId}::uuid`;
      const items = isAbout(context.actor, onCase)
        ? []
        : await listLinks(db, context.tenantId, ofCase);
      return { items, can: { link: mayHangOn(context.actor, onCase) } };
    }),
  );
  serve(app, caseLinks.add, (context, { params, body }) => linkCase(context, params.caseId, body));
  serve(app, caseLinks.remove, (context, { params }) =>
    unlinkCase(context, params.caseId, params.caseLinkId),
  );
};
