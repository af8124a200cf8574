import { signals } from "@mainstay/contract/signal";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { acknowledgeSignal } from "./acknowledge-signal.ts";
import { assignSignal } from "./assign-signal.ts";
import { reopenSignal, resolveSignal } from "./resolve-signal.ts";
import { countSignalPrecision, getSignalView, listSignals } from "./signal-queries.ts";
import { snoozeSignal, wakeSignal } from "./snooze-signal.ts";

export const signalRoutes = (app: App): void => {
  serve(app, signals.list, (context, { query }) =>
    context.read((db) => listSignals(db, context.actor, query, context.today)),
  );
  serve(app, signals.precision, (context) =>
    context.read(async (db) => ({
      baseCurrency: context.workspace.baseCurrency,
      kinds: await countSignalPrecision(db, context.tenantId),
    })),
  );
  serve(app, signals.get, (context, { params }) =>
    context.read((db) => getSignalView(db, context.actor, params.signalId)),
  );
  serve(app, signals.acknowledge, (context, { params }) =>
    acknowledgeSignal(context, params.signalId),
  );
  serve(app, signals.snooze, (context, { params, body }) =>
    snoozeSignal(context, params.signalId, body.until),
  );
  serve(app, signals.wake, (context, { params }) => wakeSignal(context, params.signalId));
  serve(app, signals.assign, (context, { params, body }) =>
    assignSignal(context, params.signalId, body.ownerUserId),
  );
  serve(app, signals.resolve, (context, { params, body }) =>
    resolveSignal(context, params.signalId, body),
  );
  serve(app, signals.reopen, (context, { params }) => reopenSignal(context, params.signalId));
};
