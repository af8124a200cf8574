import { days } from "@mainstay/contract/day";
import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { commemorativeKinds } from "@mainstay/domain/day/commemorative-day";
import type { App } from "../platform/http/app.ts";
import { refuseField } from "../platform/http/field-problems.ts";
import { serve } from "../platform/http/serve.ts";
import { readDayBriefing } from "./day-briefing.ts";
import { readUpcomingDays } from "./upcoming-days.ts";

export const dayRoutes = (app: App): void => {
  serve(app, days.upcoming, (context, { query }) => {
    const fromOn = query.fromOn ?? context.today;
    const from = dayNumberFromIso(fromOn);
    // The lunar tables end in 2100; nobody plans a visit beyond.
    if (from === null || fromOn < "1901-01-01") throw refuseField("fromOn", "too_small");
    if (fromOn > "2099-12-31") throw refuseField("fromOn", "too_big");
    // A wide window over everybody would read every birthday there is.
    const isNarrow = query.personId !== undefined || query.accountId !== undefined;
    if (query.days > 92 && !isNarrow) throw refuseField("days", "too_big");
    const to = from + query.days - 1;
    return context.read(async (db) => {
      const items = await readUpcomingDays(db, {
        tenantId: context.tenantId,
        accountId: query.accountId,
        personId: query.personId,
        today: context.today,
        from,
        to,
        kinds: query.kind ?? commemorativeKinds,
      });
      return {
        today: context.today,
        fromOn,
        toOn: isoFromDayNumber(to),
        items: items.slice(0, query.limit),
        hasMore: items.length > query.limit,
      };
    });
  });
  serve(app, days.briefing, (context, { params }) =>
    context.read((db) => readDayBriefing(db, context, params.personId)),
  );
};
