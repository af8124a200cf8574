import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { newSealingKey, ringOf } from "./key-ring.ts";
import { passingKeyRing } from "./open-key-ring.ts";
import { keyIdOf, open, seal, SealBroken } from "./seal.ts";

const ring = passingKeyRing();
const place = { tenantId: randomUUID(), table: "fact", rowId: randomUUID() };

test("what was sealed opens in its own place and shows nothing of the text", () => {
  const text = "10月3日 CA1837 北京—成都，家人同行";
  const sealed = seal(ring, place, text);
  expect(open(ring, place, sealed)).toBe(text);
  expect(sealed.includes(Buffer.from("CA1837"))).toBe(false);
  expect(keyIdOf(sealed)).toBe(ring.newest().id);
  expect(open(ring, place, seal(ring, place, ""))).toBe("");
});

test("the same text is never sealed to the same bytes", () => {
  expect(seal(ring, place, "x").equals(seal(ring, place, "x"))).toBe(false);
});

test("a value moved to another workspace, table or row does not open", () => {
  const sealed = seal(ring, place, "x");
  for (const other of [
    { ...place, tenantId: randomUUID() },
    { ...place, table: "person" },
    { ...place, rowId: randomUUID() },
  ]) {
    expect(() => open(ring, other, sealed)).toThrow(SealBroken);
  }
});

test("a value with any byte changed, cut short or under a foreign key does not open", () => {
  const sealed = seal(ring, place, "secret");
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => open(ring, place, changed), `byte ${at}`).toThrow(SealBroken);
  }
  expect(() => open(ring, place, sealed.subarray(0, 20))).toThrow(SealBroken);
  expect(() => open(passingKeyRing(), place, sealed)).toThrow(SealBroken);
});

test("older keys on the ring still open what they sealed; new values take the newest", () => {
  const [old, fresh] = [newSealingKey(), newSealingKey()];
  const sealed = seal(
    ringOf(() => [old]),
    place,
    "x",
  );
  const both = ringOf(() => [fresh, old]);
  expect(open(both, place, sealed)).toBe("x");
  expect(keyIdOf(seal(both, place, "x"))).toBe(fresh.id);
});
