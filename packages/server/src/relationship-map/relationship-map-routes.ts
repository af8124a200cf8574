import { relationshipMaps } from "@mainstay/contract/relationship-map";
import { recordBulkView } from "../platform/audit/record-read.ts";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { movePlaces, resetLayout } from "./map-layout.ts";
import { getRelationshipMap } from "./map-screen.ts";
import { noteMapExport } from "./note-map-export.ts";
import { addPlaceholder, namePlaceholder } from "./placeholders.ts";
import { setSuperior } from "./set-superior.ts";

export const relationshipMapRoutes = (app: App): void => {
  serve(app, relationshipMaps.get, async (context, { params, query }) => {
    const map = await getRelationshipMap(context, params.accountId, query);
    await recordBulkView(context, "map", map.nodes.length, { accountId: params.accountId });
    return map;
  });
  serve(app, relationshipMaps.setSuperior, (context, { params, body }) =>
    setSuperior(context, params.positionId, body.superiorPositionId),
  );
  serve(app, relationshipMaps.addPlaceholder, (context, { params, body }) =>
    addPlaceholder(context, params.accountId, body),
  );
  serve(app, relationshipMaps.namePlaceholder, (context, { params, body }) =>
    namePlaceholder(context, params.personId, body.name),
  );
  serve(app, relationshipMaps.movePlaces, (context, { params, body }) =>
    movePlaces(context, params.accountId, body.owner, body.places),
  );
  serve(app, relationshipMaps.resetLayout, (context, { params }) =>
    resetLayout(context, params.accountId, params.owner),
  );
  serve(app, relationshipMaps.noteExport, (context, { params, body }) =>
    noteMapExport(context, params.accountId, body),
  );
};
