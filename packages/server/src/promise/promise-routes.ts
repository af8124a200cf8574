import { promises } from "@mainstay/contract/promise";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { givePromise } from "./give-promise.ts";
import { listPromises } from "./list-promises.ts";
import {
  breakPromise,
  editPromise,
  keepPromise,
  movePromise,
  sendBackPromise,
  withdrawPromise,
} from "./promise-acts.ts";
import { boardOfPromises } from "./promise-board.ts";
import { getPromiseView } from "./promise-view.ts";

export const promiseRoutes = (app: App): void => {
  serve(app, promises.list, (context, { query }) =>
    context.read((db) => listPromises(db, context, query)),
  );
  serve(app, promises.board, (context, { query }) =>
    context.read((db) => boardOfPromises(db, context, query)),
  );
  serve(app, promises.get, (context, { params }) =>
    context.read((db) => getPromiseView(db, context, params.promiseId)),
  );
  serve(app, promises.give, (context, { params, body }) =>
    givePromise(context, params.accountId, body),
  );
  serve(app, promises.edit, (context, { params, body }) =>
    editPromise(context, params.promiseId, body),
  );
  serve(app, promises.keep, (context, { params, body }) =>
    keepPromise(context, params.promiseId, body),
  );
  serve(app, promises.move, (context, { params, body }) =>
    movePromise(context, params.promiseId, body),
  );
  serve(app, promises.sendBack, (context, { params, body }) =>
    sendBackPromise(context, params.promiseId, body),
  );
  serve(app, promises.break, (context, { params, body }) =>
    breakPromise(context, params.promiseId, body),
  );
  serve(app, promises.withdraw, (context, { params, body }) =>
    withdrawPromise(context, params.promiseId, body),
  );
};
