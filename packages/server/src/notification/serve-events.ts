import { type NotificationView, notifications } from "@mainstay/contract/notification";
import { sessionCookie } from "@mainstay/contract/endpoint/headers";
import type { FastifyReply, FastifyRequest } from "fastify";
import { readCredential } from "../platform/access/credential.ts";
import type { Context } from "../platform/access/context.ts";
import type { App } from "../platform/http/app.ts";
import { actorScope, scopeSettings } from "../platform/db/tenant-scope.ts";
import { AppError } from "../platform/http/app-error.ts";
import { mintContext } from "../platform/http/mint-context.ts";
import { parseInput } from "../platform/http/parse-input.ts";
import { joinRoute } from "../platform/http/serve.ts";
import { countUnread, findNotifications, listUnreadSince } from "./notification-queries.ts";

/** Proxies and browsers drop what is silent; half of the shortest common limit. */
const signOfLifeMs = 25_000;
/** A transaction may commit what it wrote minutes ago; nothing is missed that young. */
const overlapMs = 10 * 60_000;
/** A reader that stopped reading is let go before it fills the memory. */
const unsentLimitBytes = 256 * 1024;

/**
 * The reader's news as server-sent events, one stream a page in view. It ends when the session ends or is revoked, when the
 * process stops, and at once when it was not asked to follow.
 */
export const serveEvents = (app: App): void => {
  joinRoute(app, notifications.events, {}, async (request, reply) => {
    const { identity } = request;
    if (!identity) throw new AppError("access.sign_in_needed");
    const { follow } = parseInput(notifications.events, request).query as { follow: "no" | "yes" };
    const context = mintContext(app, request, reply, identity, null);
    await streamNews(app, context, request, reply, follow === "yes");
    return reply;
  });
};

/** When the last event the reader has was written; null without one or with one we never wrote. */
const resumedFrom = (
  lastEventId: string | string[] | undefined,
): { at: Date; id: string } | null => {
  const [millis = "", id = ""] = typeof lastEventId === "string" ? lastEventId.split("~") : [];
  const at = new Date(Number(millis));
  return /^\d{10,15}$/.test(millis) && !Number.isNaN(at.getTime()) ? { at, id } : null;
};

/** What somebody may see, to tell whether it has changed. */
const sightOf = (actor: Context["actor"]): string =>
  JSON.stringify(scopeSettings(actorScope(actor)));

const eventIdOf = ({ createdAt, id }: NotificationView) => `${Date.parse(createdAt)}~${id}`;

const streamNews = async (
  app: App,
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  isFollowing: boolean,
): Promise<void> => {
  const reader = { tenantId: context.tenantId, userId: context.actor.userId };
  const credential = readCredential(request.headers.authorization, request.cookies[sessionCookie]);
  const resume = resumedFrom(request.headers["last-event-id"]);
  const sight = sightOf(context.actor);
  const { raw } = reply;
  const sent = new Set<string>(resume === null ? [] : [resume.id]);
  let since = resume?.at ?? null;
  let isOver = false;
  let work: Promise<void> = Promise.resolve();
  let leave: () => void = () => {};
  let stopHeart: () => void = () => {};

  const end = () => {
    if (isOver) return;
    isOver = true;
    stopHeart();
    leave();
    raw.end();
  };
  const write = (text: string) => {
    if (isOver) return;
    raw.write(text);
    if (raw.writableLength > unsentLimitBytes) raw.destroy();
  };
  const writeNews = (items: readonly NotificationView[], unread: number) => {
    for (const one of items) {
      if (sent.has(one.id)) continue;
      sent.add(one.id);
      since = new Date(Math.max(since?.getTime() ?? 0, Date.parse(one.createdAt)));
      write(`id: ${eventIdOf(one)}\nevent: notification\ndata: ${JSON.stringify(one)}\n\n`);
    }
    write(`event: unread\ndata: ${JSON.stringify({ unread })}\n\n`);
  };
  /** One after the other, so that events keep their order; a failed look-up ends the stream and the reader comes again. */
  const after = (step: () => Promise<void>) => {
    work = work.then(async () => {
      if (!isOver) await step();
    });
    work = work.catch((error) => {
      app.log.warn({ err: error, requestId: request.id }, "events broke off");
      end();
    });
  };
  const catchUp = async () => {
    const begun = since;
    const [items, unread] = await context.read(async (db) => [
      begun === null
        ? []
        : await listUnreadSince(db, reader, new Date(begun.getTime() - overlapMs)),
      await countUnread(db, reader),
    ]);
    since ??= app.clock.now();
    writeNews(items, unread);
  };
  const checkSession = async () => {
    const known = typeof credential === "string" ? null : await app.gate.identify(credential);
    const isGood = known?.credentialId === context.credentialId && !known.needsSecondFactor;
    if (isGood && sightOf(known.actor) === sight) return;
    // Whoever may see more or less than before comes again by themselves, and reads with the rights they have then.
    if (!isGood) write("event: signed_out\ndata: {}\n\n");
    end();
  };

  if (isFollowing) {
    const following = app.events.follow({
      ...reader,
      onNews: ({ newIds }) =>
        after(async () => {
          const [items, unread] = await context.read(async (db) => [
            newIds.length === 0 ? [] : await findNotifications(db, reader, newIds),
            await countUnread(db, reader),
          ]);
          writeNews(items, unread);
        }),
      onGap: () => after(catchUp),
      onAccessChange: () => after(checkSession),
      onStop: end,
    });
    if (following === null) throw new AppError("notification.too_many_streams");
    leave = following;
  }
  reply.hijack();
  // Past the framework's answer nothing is compressed or held back; X-Accel-Buffering says the same to nginx.
  raw.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
    // A stream that has ended keeps no connection open, so that a stopping process need not wait for it.
    connection: "close",
  });
  raw.on("close", end);
  raw.on("error", end);
  write("retry: 5000\n\n");
  after(catchUp);
  if (!isFollowing) return after(async () => end());
  const heart = setInterval(() => {
    write(": still here\n\n");
    after(checkSession);
  }, signOfLifeMs);
  heart.unref();
  stopHeart = () => clearInterval(heart);
};
