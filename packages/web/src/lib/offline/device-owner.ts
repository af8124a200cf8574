import { clearKeptAnswers } from "./kept-answers.ts";
import { offlineStore } from "./offline-store.ts";
import { forgetRecentAccounts } from "./recent-accounts.ts";

/** Whose answers and logs this device keeps; null after signing out. */
export const readOwner = async (): Promise<string | null> => (await offlineStore()).readOwner();

/**
 * Somebody is signed in on this device. Everything another user left is made unreadable first: kept answers are
 * deleted, and of their waiting logs only the fact is left, which they are told when they come back.
 */
export const takeOverDevice = async (userId: string): Promise<void> => {
  const store = await offlineStore();
  if ((await store.readOwner()) === userId) return;
  await store.writeOwner(null);
  await clearKeptAnswers();
  forgetRecentAccounts();
  for (const log of await store.listLogs())
    if (log.ownerUserId !== userId && log.draft !== null)
      await store.putLog({ ...log, draft: null, refusal: null, accountName: "" });
  await store.writeOwner(userId);
};

/** Signing out: nothing readable stays behind on the device. */
export const leaveDevice = async (): Promise<void> => {
  const store = await offlineStore();
  const owner = await store.readOwner();
  await store.writeOwner(null);
  await clearKeptAnswers();
  forgetRecentAccounts();
  for (const log of await store.listLogs())
    if (log.ownerUserId === owner) await store.deleteLog(log.clientRef);
};
