import { randomBytes } from "node:crypto";
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { KeyUnusable, newSealingKey, type SealingKey, sealingKey } from "./key-ring.ts";

/** A key in the file, with the instant it came in. */
export interface FiledKey extends SealingKey {
  readonly createdAt: Date;
}

interface FileText {
  keys: { id: string; secret: string; createdAt: string }[];
}

/** Where generated keys lie: beside the data, never inside the database or its backup. */
export const keyFilePath = (dataDir: string): string => join(dataDir, "keys", "sealing-keys.json");

/** The keys of the file, the newest first; none when there is no file. Refuses a file that others may read. */
export const readKeyFile = (dataDir: string): FiledKey[] => {
  const path = keyFilePath(dataDir);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return [];
  if (process.platform !== "win32" && (stats.mode & 0o077) !== 0) {
    throw new KeyUnusable(`${path} may be read by others. Run: chmod 600 ${path}`);
  }
  try {
    const { keys } = JSON.parse(readFileSync(path, "utf8")) as FileText;
    return keys.map(({ secret, createdAt }) => ({
      ...sealingKey(Buffer.from(secret, "base64")),
      createdAt: new Date(createdAt),
    }));
  } catch (error) {
    throw new KeyUnusable(`${path} holds no keys that can be read.`, { cause: error });
  }
};

/** Writes the file anew in one step, mode 0600; a kill leaves the old or the new one, never half. */
export const writeKeyFile = (dataDir: string, keys: readonly FiledKey[]): void => {
  const path = keyFilePath(dataDir);
  renameSync(writeBeside(path, keys), path);
};

/** The keys of the file; where there is none yet, makes one with a fresh key. Two who start at once get the same. */
export const readOrMakeKeyFile = (dataDir: string, now: Date): FiledKey[] => {
  const known = readKeyFile(dataDir);
  if (known.length > 0) return known;
  const path = keyFilePath(dataDir);
  const beside = writeBeside(path, [{ ...newSealingKey(), createdAt: now }]);
  try {
    linkSync(beside, path);
  } catch (error) {
    if ((error as { code?: string }).code !== "EEXIST") throw error;
  } finally {
    rmSync(beside, { force: true });
  }
  return readKeyFile(dataDir);
};

const writeBeside = (path: string, keys: readonly FiledKey[]): string => {
  mkdirSync(join(path, ".."), { recursive: true, mode: 0o700 });
  const beside = `${path}.${randomBytes(6).toString("hex")}`;
  const text: FileText = {
    keys: keys.map(({ id, secret, createdAt }) => ({
      id,
      secret: secret.toString("base64"),
      createdAt: createdAt.toISOString(),
    })),
  };
  writeFileSync(beside, `${JSON.stringify(text, null, 2)}\n`, {
    mode: 0o600,
    flag: "wx",
    flush: true,
  });
  return beside;
};
