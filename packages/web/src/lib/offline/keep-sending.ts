import { onSignedOut, noteSignedOut } from "../signed-out.ts";
import { spokenLocale } from "../preferences.ts";
import { queryClient } from "../query.ts";
import { clearKeptAnswers } from "./kept-answers.ts";
import { onOutbox, sendWaiting } from "./outbox.ts";

let timer: ReturnType<typeof setTimeout> | undefined;

/** Tries to empty the queue now. What arrived makes every list stale: a contact fulfils, warns less and stands in timelines. */
export const sendNow = async (ownerUserId: string, isForced = true): Promise<void> => {
  clearTimeout(timer);
  const result = await sendWaiting(ownerUserId, { locale: spokenLocale(), isForced });
  if (result.needsSignIn) noteSignedOut();
  if (result.saved.length > 0) void queryClient.invalidateQueries();
  if (result.nextTryAt !== null && !result.needsSignIn)
    timer = setTimeout(
      () => void sendNow(ownerUserId, false),
      Math.max(1_000, result.nextTryAt - Date.now()),
    );
};

/** Asks the browser to wake the worker when there is network again, where it can. */
const askForSync = async (): Promise<void> => {
  const registration = await navigator.serviceWorker?.getRegistration();
  const { sync } = (registration ?? {}) as { sync?: { register: (tag: string) => Promise<void> } };
  await sync?.register("mainstay-outbox").catch(() => undefined);
};

/** Sends on start, when the network is back, when the page is looked at again, and after each queueing. */
export const keepSending = (ownerUserId: string): (() => void) => {
  const again = () => void sendNow(ownerUserId).catch(() => undefined);
  const onVisible = () => document.visibilityState === "visible" && again();
  const undo = [
    onOutbox(() => void askForSync()),
    onSignedOut(() => {
      clearTimeout(timer);
      void clearKeptAnswers();
    }),
  ];
  addEventListener("online", again);
  document.addEventListener("visibilitychange", onVisible);
  again();
  return () => {
    clearTimeout(timer);
    removeEventListener("online", again);
    document.removeEventListener("visibilitychange", onVisible);
    for (const stop of undo) stop();
  };
};
