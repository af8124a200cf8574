import { createHash, randomBytes } from "node:crypto";

/** A key of AES-256-GCM; its id stands in every value it sealed. */
export interface SealingKey {
  /** The first 16 hexadecimal digits of the key's SHA-256; tells nothing about the key. */
  readonly id: string;
  readonly secret: Buffer;
}

/** The keys that values at rest are sealed and opened with. */
export interface KeyRing {
  /** The key that new values are sealed with. */
  newest(): SealingKey;
  /** The key of this id; null when it was lost or belongs elsewhere. */
  find(id: string): SealingKey | null;
  /** Every key, the newest first. */
  all(): readonly SealingKey[];
}

export const keyBytes = 32;

/** A key that cannot be used; the message says where it came from and what is wrong. */
export class KeyUnusable extends Error {
  override name = "KeyUnusable";
}

/** A key from its 32 bytes. */
export const sealingKey = (secret: Buffer): SealingKey => {
  if (secret.length !== keyBytes) throw new KeyUnusable(`A key has ${keyBytes} bytes.`);
  return { id: createHash("sha256").update(secret).digest("hex").slice(0, 16), secret };
};

/** A fresh random key. */
export const newSealingKey = (): SealingKey => sealingKey(randomBytes(keyBytes));

/** Keys as `MAINSTAY_KEY` gives them: base64 of 32 bytes each, the newest first, parted by commas or spaces. */
export const readKeyList = (text: string): SealingKey[] =>
  text
    .split(/[\s,]+/)
    .filter((part) => part !== "")
    .map((part) => {
      const secret = Buffer.from(part, "base64");
      const isBase64 = /^[A-Za-z0-9+/_-]+={0,2}$/.test(part);
      if (isBase64 && secret.length === keyBytes) return sealingKey(secret);
      throw new KeyUnusable(
        "MAINSTAY_KEY: base64 of 32 bytes is expected, several parted by commas (openssl rand -base64 32).",
      );
    });

/** A ring of these keys, the newest first. */
export const ringOf = (keys: () => readonly SealingKey[]): KeyRing => ({
  newest() {
    const [first] = keys();
    if (!first) throw new KeyUnusable("There is no key to seal with.");
    return first;
  },
  find: (id) => keys().find((key) => key.id === id) ?? null,
  all: keys,
});
