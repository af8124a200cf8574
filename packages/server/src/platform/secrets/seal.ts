import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { KeyRing } from "./key-ring.ts";

/** The row a sealed value belongs to. A value copied to another row, table or workspace does not open there. */
export interface SealPlace {
  readonly tenantId: string;
  readonly table: string;
  readonly rowId: string;
}

/** A sealed value that does not open: its key is missing, it stands in another place, or it was changed. */
export class SealBroken extends Error {
  override name = "SealBroken";
}

// 1 byte form, 8 bytes key id, 12 bytes nonce, 16 bytes tag, then the text.
const form = 1;
const [nonceAt, tagAt, textAt] = [9, 21, 37];

const boundTo = ({ tenantId, table, rowId }: SealPlace): Buffer =>
  Buffer.from(JSON.stringify([tenantId.toLowerCase(), table, rowId.toLowerCase()]));

/** Seals a text with AES-256-GCM under the newest key, bound to its row. Every seal has a random nonce of its own. */
export const seal = (ring: KeyRing, place: SealPlace, text: string): Buffer => {
  const key = ring.newest();
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key.secret, nonce);
  cipher.setAAD(boundTo(place));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([
    Buffer.from([form]),
    Buffer.from(key.id, "hex"),
    nonce,
    cipher.getAuthTag(),
    body,
  ]);
};

/** Opens what `seal` made for this row; throws `SealBroken`. */
export const open = (ring: KeyRing, place: SealPlace, sealed: Buffer): string => {
  const keyId = keyIdOf(sealed);
  const key = keyId === null ? null : ring.find(keyId);
  if (!key) throw new SealBroken(`The key ${keyId ?? "of an unknown form"} is not on the ring.`);
  try {
    const decipher = createDecipheriv("aes-256-gcm", key.secret, sealed.subarray(nonceAt, tagAt));
    decipher.setAAD(boundTo(place));
    decipher.setAuthTag(sealed.subarray(tagAt, textAt));
    return Buffer.concat([decipher.update(sealed.subarray(textAt)), decipher.final()]).toString();
  } catch (error) {
    throw new SealBroken("A sealed value was changed or stands in another place.", {
      cause: error,
    });
  }
};

/** Which key sealed a value; null when it is no sealed value. */
export const keyIdOf = (sealed: Buffer): string | null =>
  sealed.length >= textAt && sealed[0] === form
    ? sealed.subarray(1, nonceAt).toString("hex")
    : null;
