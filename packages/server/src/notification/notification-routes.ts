import { notifications } from "@mainstay/contract/notification";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { countUnread, listNotifications } from "./notification-queries.ts";
import { serveEvents } from "./serve-events.ts";
import {
  readAllNotifications,
  readNotification,
  readPreferences,
  savePreferences,
} from "./work-on-notifications.ts";

export const notificationRoutes = (app: App): void => {
  serve(app, notifications.list, ({ tenantId, actor, read }, { query }) =>
    read((db) => listNotifications(db, { tenantId, userId: actor.userId }, query)),
  );
  serve(app, notifications.unread, async ({ tenantId, actor, read }) => ({
    unread: await read((db) => countUnread(db, { tenantId, userId: actor.userId })),
  }));
  serve(app, notifications.read, (context, { params }) =>
    readNotification(context, params.notificationId),
  );
  serve(app, notifications.readAll, (context) => readAllNotifications(context));
  serve(app, notifications.preferences, (context) =>
    context.read((db) => readPreferences(db, context)),
  );
  serve(app, notifications.savePreferences, (context, { body }) => savePreferences(context, body));
  serveEvents(app);
};
