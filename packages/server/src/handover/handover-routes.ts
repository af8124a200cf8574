import { handovers } from "@mainstay/contract/handover";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { serveDownload } from "../platform/http/serve-download.ts";
import { acceptHandover } from "./accept-handover.ts";
import { assignHandover } from "./assign-handover.ts";
import { beginHandover } from "./begin-handover.ts";
import { dropHandover } from "./drop-handover.ts";
import { getHandoverView, listHandovers } from "./handover-queries.ts";
import { nameSuccessor } from "./name-successor.ts";
import { readPack } from "./pack-screen.ts";
import { printPack } from "./print-pack.ts";
import { tickItem } from "./tick-item.ts";
import { transferOpenItems } from "./transfer-open-items.ts";

export const handoverRoutes = (app: App): void => {
  serve(app, handovers.list, (context, { query }) =>
    context.read((db) => listHandovers(db, context, query)),
  );
  serve(app, handovers.get, (context, { params }) =>
    context.read((db) => getHandoverView(db, context, params.handoverId)),
  );
  serve(app, handovers.start, (context, { params, body }) =>
    beginHandover(context, params.accountId, body),
  );
  serve(app, handovers.tick, (context, { params, body }) =>
    tickItem(context, params.handoverId, params.itemKey, body),
  );
  serve(app, handovers.nameSuccessor, (context, { params, body }) =>
    nameSuccessor(context, params.handoverId, body.personId),
  );
  serve(app, handovers.assign, (context, { params, body }) =>
    assignHandover(context, params.handoverId, body.userId),
  );
  serve(app, handovers.transfer, (context, { params }) =>
    transferOpenItems(context, params.handoverId),
  );
  serve(app, handovers.accept, (context, { params, body }) =>
    acceptHandover(context, params.handoverId, body),
  );
  serve(app, handovers.drop, (context, { params, body }) =>
    dropHandover(context, params.handoverId, body.reason),
  );
  serve(app, handovers.pack, (context, { params }) =>
    context.read((db) => readPack(db, context, params.handoverId)),
  );
  serveDownload(app, handovers.print, (context, { params }, outlet) =>
    printPack(context, params.handoverId, outlet),
  );
};
