import { segmentMoves } from "@mainstay/contract/policy";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { decideSegmentMove } from "./decide-segment-move.ts";
import { listMoves } from "./segment-move-queries.ts";

export const segmentMoveRoutes = (app: App): void => {
  serve(app, segmentMoves.list, (context, { query }) =>
    context.read((db) => listMoves(db, context.tenantId, query)),
  );
  serve(app, segmentMoves.decide, (context, { params, body }) =>
    decideSegmentMove(context, params.moveId, body.decision, body.note),
  );
};
