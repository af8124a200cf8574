import { personMerges } from "@mainstay/contract/person-merge";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { mergePeople } from "./merge-people.ts";
import { personTotals } from "./person-list-queries.ts";
import { previewMerge } from "./preview-merge.ts";
import { suggestMerges } from "./suggest-merges.ts";
import { undoMerge } from "./undo-merge.ts";

export const personMergeRoutes = (app: App): void => {
  serve(app, personMerges.suggestions, async (context, { query }) => ({
    items: await suggestMerges(context, query.limit),
  }));
  serve(app, personMerges.preview, (context, { params }) =>
    previewMerge(context, params.personId, params.otherPersonId),
  );
  serve(app, personMerges.merge, async (context, { params, body }) => {
    const merged = await mergePeople(context, app.keyRing, params.personId, body);
    personTotals.forget(context.tenantId);
    return merged;
  });
  serve(app, personMerges.undo, async (context, { params }) => {
    const undone = await undoMerge(context, app.keyRing, params.mergeId);
    personTotals.forget(context.tenantId);
    return undone;
  });
};
