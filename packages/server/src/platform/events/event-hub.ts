import type { Listener } from "../db/hear-channels.ts";
import { accessChannel } from "../access/access-news.ts";

/** Something that happened to a reader: ids of what is new, or only that what is unread has changed. */
export interface ReaderNews {
  readonly newIds: readonly string[];
}

/** One open stream of a reader. */
export interface Follower {
  readonly tenantId: string;
  readonly userId: string;
  /** Something is new; several at once come in one call. */
  readonly onNews: (news: ReaderNews) => void;
  /** News may have been missed: look everything up again. */
  readonly onGap: () => void;
  /** Rights in the workspace changed: is the session still good? */
  readonly onAccessChange: () => void;
  /** The process stops. */
  readonly onStop: () => void;
}

/** The open streams of this process, and what tells them that something happened. */
export interface EventHub {
  /** Follows until the returned function is called; null when the reader has too many streams open here. */
  readonly follow: (follower: Follower) => (() => void) | null;
  readonly listeners: readonly Listener[];
  readonly stop: () => void;
  readonly count: () => number;
}

/** A browser holds one stream while its page is in view; more than this is no reader. */
export const streamsPerReader = 8;
const gatherMs = 40;

/** Joins the streams of this process to PostgreSQL's NOTIFY; ids only travel, each stream reads under its own rights. */
export const createEventHub = (): EventHub => {
  const followers = new Map<string, Set<Follower>>();
  const gathered = new Map<string, string[]>();
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  const keyOf = (tenantId: string, userId: string) => `${tenantId} ${userId}`;
  const everybody = () => [...followers.values()].flatMap((ones) => [...ones]);

  const tell = () => {
    timer = null;
    const told = [...gathered];
    gathered.clear();
    for (const [key, newIds] of told) {
      for (const one of followers.get(key) ?? []) one.onNews({ newIds });
    }
  };
  const news: Listener = {
    channel: "mainstay_news",
    hear: (payload) => {
      const [tenantId = "", userId = "", what, id] = payload.split(" ");
      const key = keyOf(tenantId, userId);
      if (!followers.has(key)) return;
      const ids = gathered.get(key) ?? [];
      if (what === "new" && id) ids.push(id);
      gathered.set(key, ids);
      timer ??= setTimeout(tell, gatherMs);
    },
    onUp: () => {
      for (const one of everybody()) one.onGap();
    },
    onDown: () => {},
  };
  const access: Listener = {
    channel: accessChannel,
    hear: (payload) => {
      const [tenantId = "", userId] = payload.split(" ");
      for (const one of everybody()) {
        if (one.tenantId !== tenantId) continue;
        if (!userId || one.userId === userId) one.onAccessChange();
      }
    },
    onUp: () => {
      for (const one of everybody()) one.onAccessChange();
    },
    onDown: () => {},
  };
  return {
    follow(follower) {
      const key = keyOf(follower.tenantId, follower.userId);
      const own = followers.get(key) ?? new Set<Follower>();
      if (isStopped || own.size >= streamsPerReader) return null;
      followers.set(key, own.add(follower));
      return () => {
        own.delete(follower);
        if (own.size === 0) followers.delete(key);
      };
    },
    // The gate's own listener comes first, so that a stream asks a gate that has forgotten.
    listeners: [access, news],
    stop() {
      isStopped = true;
      if (timer) clearTimeout(timer);
      for (const one of everybody()) one.onStop();
    },
    count: () => everybody().length,
  };
};
