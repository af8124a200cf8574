import { type FiledKey, readKeyFile, writeKeyFile } from "./key-file.ts";
import { newSealingKey } from "./key-ring.ts";

/**
 * A process that read the ring just before a new key came may still save a value under the old one; no statement and no
 * pause inside a transaction lasts as long as this.
 */
export const keptAfterMs = 10 * 60_000;

/**
 * Puts a fresh key first, unless the newest is not yet in force everywhere: then an earlier rotation was cut short and is
 * to be finished. `used` counts values by key id. Answers the newest key's id.
 */
export const putNewKeyFirst = (
  dataDir: string,
  used: ReadonlyMap<string, number>,
  now: Date,
): { id: string; isNew: boolean } => {
  const keys = readKeyFile(dataDir);
  const [newest] = keys;
  const isUnfinished =
    newest !== undefined && keys.length > 1 && [...used.keys()].some((id) => id !== newest.id);
  if (newest && isUnfinished) return { id: newest.id, isNew: false };
  const fresh: FiledKey = { ...newSealingKey(), createdAt: now };
  writeKeyFile(dataDir, [fresh, ...keys]);
  return { id: fresh.id, isNew: true };
};

/** Removes keys that sealed nothing any more and were replaced long enough ago. Answers which went and which wait. */
export const dropUnusedKeys = (
  dataDir: string,
  used: ReadonlyMap<string, number>,
  now: Date,
): { gone: string[]; waiting: string[] } => {
  const keys = readKeyFile(dataDir);
  const [newest, ...older] = keys;
  if (!newest) return { gone: [], waiting: [] };
  const unused = older.filter(({ id }) => (used.get(id) ?? 0) === 0);
  const isSettled = now.getTime() - newest.createdAt.getTime() >= keptAfterMs;
  const ids = unused.map(({ id }) => id);
  if (!isSettled || ids.length === 0) return { gone: [], waiting: ids };
  writeKeyFile(
    dataDir,
    keys.filter((key) => !unused.includes(key)),
  );
  return { gone: ids, waiting: [] };
};
