import type { QuickLogDraft, QuickLogView } from "@mainstay/contract/quick-log";
import { quickLogs } from "@mainstay/contract/quick-log";
import { call } from "../../lib/call.ts";
import { dropWaiting, queueLog } from "../../lib/offline/outbox.ts";
import { sendLog } from "../../lib/offline/send-log.ts";
import { spokenLocale } from "../../lib/preferences.ts";
import { AppProblem } from "../../lib/problem.ts";
import { queryClient } from "../../lib/query.ts";
import { noteSignedOut } from "../../lib/signed-out.ts";

/** Saved on the server, or kept on the device until it can be. */
export type Saved = { readonly view: QuickLogView } | { readonly view: null };

/**
 * Keeps the log on the device first, then sends it: a page that is killed in between has lost nothing. A refusal takes it
 * back out of the queue and is thrown, so that the writer can mend it at once.
 */
export const saveQuickLog = async (
  draft: QuickLogDraft,
  about: { ownerUserId: string; accountName: string },
): Promise<Saved> => {
  const isKept = await queueLog(draft, about).then(
    () => true,
    () => false,
  );
  const sending = await sendLog({ ...draft, writerUserId: about.ownerUserId }, spokenLocale());
  if (sending.outcome === "saved") {
    if (isKept) await dropWaiting(draft.clientRef);
    void queryClient.invalidateQueries();
    return { view: sending.view };
  }
  if (sending.outcome === "refused") {
    if (isKept) await dropWaiting(draft.clientRef);
    throw new AppProblem(sending.code as AppProblem["code"], 422, sending.words, null);
  }
  if (sending.outcome === "sign_in") noteSignedOut();
  if (!isKept) throw new AppProblem("network.unreachable", 0, "", null);
  return { view: null };
};

/** Takes a log back that was just saved or queued. */
export const takeBack = async (clientRef: string, isSaved: boolean): Promise<void> => {
  await dropWaiting(clientRef).catch(() => undefined);
  if (isSaved) {
    await call(quickLogs.takeBack, { params: { clientRef } });
    void queryClient.invalidateQueries();
  }
};
