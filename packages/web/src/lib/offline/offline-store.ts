import type { QuickLogDraft } from "@mainstay/contract/quick-log";
import type { DBSchema, IDBPDatabase } from "idb";
import { openDB } from "idb";

/** A quick log on its way to the server. */
export interface WaitingLog {
  readonly clientRef: string;
  readonly ownerUserId: string;
  readonly accountName: string;
  /** What will be sent; null where another user has taken this device over since, and only the fact is left. */
  readonly draft: QuickLogDraft | null;
  readonly queuedAt: string;
  readonly tries: number;
  /** Milliseconds since 1970. */
  readonly nextTryAt: number;
  /** Why the server did not take it; the text stays here to be mended. */
  readonly refusal: { readonly code: string; readonly words: string } | null;
}

/** What this device keeps: whose it is, and the logs that wait. */
export interface OfflineStore {
  readonly readOwner: () => Promise<string | null>;
  readonly writeOwner: (userId: string | null) => Promise<void>;
  readonly listLogs: () => Promise<WaitingLog[]>;
  readonly getLog: (clientRef: string) => Promise<WaitingLog | null>;
  readonly putLog: (log: WaitingLog) => Promise<void>;
  readonly deleteLog: (clientRef: string) => Promise<void>;
}

interface Schema extends DBSchema {
  device: { key: string; value: string };
  outbox: { key: string; value: WaitingLog };
}

const openShelves = async (): Promise<OfflineStore> => {
  const database: IDBPDatabase<Schema> = await openDB<Schema>("mainstay-offline", 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore("device");
      fresh.createObjectStore("outbox", { keyPath: "clientRef" });
    },
    terminated: () => {
      opening = null;
    },
  });
  return {
    readOwner: async () => (await database.get("device", "owner")) ?? null,
    writeOwner: async (userId) => {
      if (userId === null) await database.delete("device", "owner");
      else await database.put("device", userId, "owner");
    },
    listLogs: () => database.getAll("outbox"),
    getLog: async (clientRef) => (await database.get("outbox", clientRef)) ?? null,
    putLog: async (log) => {
      await database.put("outbox", log);
    },
    deleteLog: (clientRef) => database.delete("outbox", clientRef),
  };
};

let opening: Promise<OfflineStore> | null = null;

/** The device's store, in IndexedDB. Fails where the browser refuses storage. */
export const offlineStore = (): Promise<OfflineStore> => {
  opening ??= openShelves().catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
};

/** For tests, which have no IndexedDB: another store in its place. */
export const standIn = (store: OfflineStore): void => {
  opening = Promise.resolve(store);
};
