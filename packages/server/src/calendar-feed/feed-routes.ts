import { calendarFeeds } from "@mainstay/contract/calendar";
import type { App } from "../platform/http/app.ts";
import { parseInput } from "../platform/http/parse-input.ts";
import { joinRoute, serve } from "../platform/http/serve.ts";
import { findFeed } from "./feed-queries.ts";
import { makeFeed, revokeFeed } from "./make-feed.ts";
import { readFeed } from "./read-feed.ts";

export const calendarFeedRoutes = (app: App): void => {
  serve(app, calendarFeeds.get, async (context) => {
    const feed = await context.read((db) => findFeed(db, context.tenantId, context.actor.userId));
    return {
      feed: feed
        ? {
            createdAt: feed.created_at.toISOString(),
            lastUsedAt: feed.last_used_at?.toISOString() ?? null,
          }
        : null,
    };
  });
  serve(app, calendarFeeds.make, (context) => makeFeed(context));
  serve(app, calendarFeeds.revoke, (context) => revokeFeed(context));
  joinRoute(app, calendarFeeds.read, {}, async (request, reply) => {
    const { params } = parseInput(calendarFeeds.read, request);
    const { file } = params as { file: string };
    const text = await readFeed(app.database, file, app.clock.now());
    return reply
      .type("text/calendar; charset=utf-8")
      .header("cache-control", "private, max-age=300")
      .header("content-disposition", 'inline; filename="mainstay.ics"')
      .header("x-robots-tag", "noindex")
      .send(text);
  });
};
