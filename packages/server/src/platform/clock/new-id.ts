import { randomFillSync } from "node:crypto";

// Asking the system for sixteen bytes at a time costs more than all the rest when a file brings thousands of records.
const pool = Buffer.alloc(16 * 256);
let used = pool.length;

const sixteenRandomBytes = (): Buffer => {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 16;
  return pool.subarray(used - 16, used);
};

/** A new record id: UUID version 7, so that ids made later sort later and indexes stay compact. */
export const newId = (): string => {
  const bytes = sixteenRandomBytes();
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
