import type { OfflineStore, WaitingLog } from "./offline-store.ts";

/** For tests: a device's store in memory. */
export const memoryStore = (): OfflineStore => {
  let owner: string | null = null;
  const logs = new Map<string, WaitingLog>();
  return {
    readOwner: () => Promise.resolve(owner),
    writeOwner: (userId) => {
      owner = userId;
      return Promise.resolve();
    },
    listLogs: () => Promise.resolve([...logs.values()]),
    getLog: (clientRef) => Promise.resolve(logs.get(clientRef) ?? null),
    putLog: (log) => {
      logs.set(log.clientRef, structuredClone(log));
      return Promise.resolve();
    },
    deleteLog: (clientRef) => {
      logs.delete(clientRef);
      return Promise.resolve();
    },
  };
};
