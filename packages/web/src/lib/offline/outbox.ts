import type { QuickLogDraft, QuickLogView } from "@mainstay/contract/quick-log";
import { offlineStore, type WaitingLog } from "./offline-store.ts";
import { sendLog } from "./send-log.ts";

const listeners = new Set<() => void>();
const channel =
  typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("mainstay-outbox");
channel?.addEventListener("message", () => {
  for (const listener of listeners) listener();
});
// Where it is only listened to (tests, the command line) it must not keep anything alive.
(channel as { unref?: () => void } | null)?.unref?.();

const tellChange = (): void => {
  for (const listener of listeners) listener();
  channel?.postMessage("changed");
};

/** Told when a log joins or leaves the queue, in this window or another. */
export const onOutbox = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The logs of one user that have not reached the server, oldest first. */
export const listWaiting = async (ownerUserId: string): Promise<WaitingLog[]> => {
  const all = await (await offlineStore()).listLogs();
  return all
    .filter((log) => log.ownerUserId === ownerUserId)
    .sort((a, b) => a.queuedAt.localeCompare(b.queuedAt));
};

/** Keeps a confirmed log on the device until the server has it; it survives reload and a killed page. */
export const queueLog = async (
  draft: QuickLogDraft,
  about: { ownerUserId: string; accountName: string },
  now = new Date(),
): Promise<void> => {
  const waiting = {
    clientRef: draft.clientRef,
    ...about,
    draft: { ...draft, writerUserId: about.ownerUserId },
    queuedAt: now.toISOString(),
    tries: 0,
    nextTryAt: 0,
    refusal: null,
  };
  await (await offlineStore()).putLog(waiting);
  tellChange();
};

/** Takes a log out of the queue: thrown away, or taken up again to be mended. */
export const dropWaiting = async (clientRef: string): Promise<void> => {
  await (await offlineStore()).deleteLog(clientRef);
  tellChange();
};

/** Puts other words or another account into a waiting log and lets it try again at once. */
export const mendWaiting = async (
  log: WaitingLog,
  draft: QuickLogDraft,
  accountName = log.accountName,
): Promise<void> => {
  const store = await offlineStore();
  // What was saved under its name before stays; the mended one is another log.
  const isTaken = log.refusal?.code === "quick_log.ref_conflict";
  const clientRef = isTaken ? crypto.randomUUID() : log.clientRef;
  if (isTaken) await store.deleteLog(log.clientRef);
  await store.putLog({
    ...log,
    clientRef,
    draft: { ...draft, clientRef },
    accountName,
    refusal: null,
    nextTryAt: 0,
  });
  tellChange();
};

/** 4 s, 8 s, 16 s … at most ten minutes, spread so that phones do not come back all at once. */
export const waitAfter = (tries: number, spread = Math.random()): number =>
  Math.min(600_000, 2_000 * 2 ** tries) * (0.75 + spread / 2);

export interface SendResult {
  readonly saved: readonly QuickLogView[];
  readonly needsSignIn: boolean;
  /** When the next try is worth while, in milliseconds since 1970; null when nothing waits. */
  readonly nextTryAt: number | null;
}

interface SendOptions {
  readonly locale: string;
  /** Tries those too whose time has not come. */
  readonly isForced?: boolean;
  readonly now?: () => number;
  readonly send?: typeof sendLog;
}

/** Sends a user's waiting logs one after the other; the first that finds no server ends the round. Refused ones stay. */
const sendRound = async (
  ownerUserId: string,
  { locale, isForced = false, now = Date.now, send = sendLog }: SendOptions,
): Promise<SendResult> => {
  const store = await offlineStore();
  const saved: QuickLogView[] = [];
  let needsSignIn = false;
  for (const log of await listWaiting(ownerUserId)) {
    if (log.draft === null || log.refusal !== null) continue;
    if (!isForced && log.nextTryAt > now()) break;
    const sending = await send(log.draft, locale);
    // Mended or thrown away while it was on its way.
    const still = await store.getLog(log.clientRef);
    if (sending.outcome === "saved") {
      saved.push(sending.view);
      // One that was mended meanwhile goes again, and the server tells that the first stands already.
      if (still === null || JSON.stringify(still.draft) === JSON.stringify(log.draft))
        await store.deleteLog(log.clientRef);
    } else if (sending.outcome === "refused" && still) {
      if (sending.code === "quick_log.taken_back") await store.deleteLog(log.clientRef);
      else await store.putLog({ ...still, refusal: { code: sending.code, words: sending.words } });
    } else if (sending.outcome === "sign_in") {
      needsSignIn = true;
      break;
    } else if (still) {
      const tries = log.tries + 1;
      await store.putLog({ ...still, tries, nextTryAt: now() + waitAfter(tries) });
      break;
    }
  }
  tellChange();
  const open = (await listWaiting(ownerUserId)).filter(
    (log) => log.draft !== null && log.refusal === null,
  );
  const nextTryAt = open.length === 0 ? null : Math.min(...open.map((log) => log.nextTryAt));
  return { saved, needsSignIn, nextTryAt };
};

/** The same, by one window at a time where the browser can say so; twins would be harmless but wasteful. */
export const sendWaiting = (ownerUserId: string, options: SendOptions): Promise<SendResult> =>
  typeof navigator === "undefined" || !navigator.locks
    ? sendRound(ownerUserId, options)
    : navigator.locks.request("mainstay-outbox", () => sendRound(ownerUserId, options));
