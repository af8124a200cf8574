import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keyFilePath, readKeyFile, readOrMakeKeyFile, writeKeyFile } from "./key-file.ts";
import { KeyUnusable, newSealingKey } from "./key-ring.ts";
import { openKeyRing } from "./open-key-ring.ts";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "mainstay-keys-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const ring = (sealingKeys?: string) => openKeyRing({ dataDir, sealingKeys });
const text = (key: { secret: Buffer }) => key.secret.toString("base64");

test("without a key one is made at the first need, readable by its owner only", () => {
  const first = ring();
  expect(first.all()).toEqual([]);
  const key = first.newest();
  expect(ring().newest().id).toBe(key.id);
  expect(statSync(keyFilePath(dataDir)).mode & 0o777).toBe(0o600);
});

test("keys of the surroundings go first, the file's still open what they sealed", () => {
  const filed = ring().newest();
  const [fresh, older] = [newSealingKey(), newSealingKey()];
  const given = ring(`${text(fresh)},${text(older)}`);
  expect(given.all().map(({ id }) => id)).toEqual([fresh.id, older.id, filed.id]);
});

test("with a key in the surroundings no file is made", () => {
  ring(text(newSealingKey())).newest();
  expect(readKeyFile(dataDir)).toEqual([]);
});

test("a running process follows a file that changed", () => {
  const running = ring();
  const old = running.newest();
  const fresh = { ...newSealingKey(), createdAt: new Date() };
  writeKeyFile(dataDir, [fresh, ...readKeyFile(dataDir)]);
  expect(running.newest().id).toBe(fresh.id);
  expect(running.find(old.id)?.secret).toEqual(old.secret);
});

test("two that start at once share one key", () => {
  const ids = Array.from({ length: 8 }, () => readOrMakeKeyFile(dataDir, new Date())[0]?.id);
  expect(new Set(ids).size).toBe(1);
});

test("a key too short, a file others may read and a broken file are refused by name", () => {
  expect(() => ring("c2hvcnQ=")).toThrow("MAINSTAY_KEY");
  ring().newest();
  chmodSync(keyFilePath(dataDir), 0o644);
  expect(() => ring().newest()).toThrow("chmod 600");
  chmodSync(keyFilePath(dataDir), 0o600);
  expect(readFileSync(keyFilePath(dataDir), "utf8")).toContain("keys");
  writeFileSync(keyFilePath(dataDir), "{");
  expect(() => ring().newest()).toThrow(KeyUnusable);
});
