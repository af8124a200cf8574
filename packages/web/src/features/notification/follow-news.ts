import { notifications } from "@mainstay/contract/notification";
import { sessions } from "@mainstay/contract/session";
import { addressOf, call } from "../../lib/call.ts";
import { refreshKept } from "../../lib/optimistic.ts";
import { answerKey, queryClient } from "../../lib/query.ts";

/** The first screen comes before the stream. */
const beginAfterMs = 3_000;
const pollEveryMs = 60_000;
const tryStreamAgainMs = 5 * 60_000;

const setUnread = (unread: number) =>
  queryClient.setQueryData(answerKey(notifications.unread, {}), { unread });

/**
 * Keeps the unread number and the list fresh while the page is in view: by server-sent events, and where these do not come
 * through (a proxy, too many pages) by asking once a minute. Returns how to stop.
 */
export const followNews = (): (() => void) => {
  let stream: EventSource | null = null;
  let poll: number | undefined;
  let again: number | undefined;

  const close = () => {
    stream?.close();
    stream = null;
    window.clearInterval(poll);
    window.clearTimeout(again);
  };
  const fallBack = () => {
    close();
    poll = window.setInterval(() => void refreshKept(notifications.unread), pollEveryMs);
    again = window.setTimeout(open, tryStreamAgainMs);
  };
  const open = () => {
    close();
    if (document.visibilityState !== "visible") return;
    if (typeof EventSource === "undefined") return fallBack();
    const fresh = new EventSource(addressOf(notifications.events, {}, { follow: "yes" }));
    stream = fresh;
    fresh.addEventListener("unread", ({ data }) => {
      setUnread((JSON.parse(data) as { unread: number }).unread);
    });
    fresh.addEventListener("notification", () => void refreshKept(notifications.list));
    // The session it began with has ended; an act of this very page may have put another in its place.
    fresh.addEventListener("signed_out", () => {
      close();
      void call(sessions.current, {}).then(open, fallBack);
    });
    // A lost connection is taken up again by the browser itself; a refusal closes the stream for good.
    fresh.addEventListener("error", () => {
      if (fresh.readyState === EventSource.CLOSED) fallBack();
    });
  };
  const onVisibility = () => {
    if (document.visibilityState !== "visible") return close();
    if (stream === null) {
      open();
      void refreshKept(notifications.list);
    }
  };
  again = window.setTimeout(open, beginAfterMs);
  document.addEventListener("visibilitychange", onVisibility);
  return () => {
    document.removeEventListener("visibilitychange", onVisibility);
    close();
  };
};
