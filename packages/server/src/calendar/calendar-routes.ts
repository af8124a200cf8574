import { calendars } from "@mainstay/contract/calendar";
import { logEntry } from "../calendar-entry/log-entry.ts";
import { planEntry } from "../calendar-entry/plan-entry.ts";
import { editEntry, removeEntry, skipEntryDay } from "../calendar-entry/work-on-entry.ts";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { readCalendar } from "./calendar-screen.ts";

export const calendarRoutes = (app: App): void => {
  serve(app, calendars.range, (context, { query }) =>
    context.read((db) => readCalendar(db, context, query)),
  );
  serve(app, calendars.add, (context, { body }) => planEntry(context, body));
  serve(app, calendars.edit, (context, { params, body }) =>
    editEntry(context, params.entryId, body),
  );
  serve(app, calendars.skip, (context, { params, body }) =>
    skipEntryDay(context, params.entryId, body.on),
  );
  serve(app, calendars.remove, (context, { params }) => removeEntry(context, params.entryId));
  serve(app, calendars.log, (context, { params, body }) => logEntry(context, params.entryId, body));
};
