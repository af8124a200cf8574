import { statSync } from "node:fs";
import { keyFilePath, readKeyFile, readOrMakeKeyFile } from "./key-file.ts";
import { type KeyRing, newSealingKey, readKeyList, ringOf, type SealingKey } from "./key-ring.ts";

/**
 * The installation's keys: those of `MAINSTAY_KEY` first, then those of the key file. Without either a key file is made
 * when the first value is sealed. The file is looked at again whenever it changed, so that a running process follows
 * `mainstay keys rotate` at once.
 */
export const openKeyRing = (from: {
  dataDir: string;
  sealingKeys: string | undefined;
}): KeyRing => {
  const given = from.sealingKeys ? readKeyList(from.sealingKeys) : [];
  let filed: readonly SealingKey[] = [];
  let readAt = "";
  const known = (): readonly SealingKey[] => {
    const stats = statSync(keyFilePath(from.dataDir), { throwIfNoEntry: false });
    const stamp = stats ? `${stats.ino} ${stats.mtimeMs}` : "";
    if (stamp !== readAt) {
      filed = stats ? readKeyFile(from.dataDir) : [];
      readAt = stamp;
    }
    return [...given, ...filed];
  };
  return {
    ...ringOf(known),
    newest() {
      const [first] = known();
      if (first) return first;
      readOrMakeKeyFile(from.dataDir, new Date());
      return ringOf(known).newest();
    },
  };
};

/** A ring that lives as long as the process, for tests. */
export const passingKeyRing = (): KeyRing => {
  const keys = [newSealingKey()];
  return ringOf(() => keys);
};
