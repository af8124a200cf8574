/**
 * Remembers very many texts in little memory: 64 bits of hash and 32 bits of note each, up to a bound after which it
 * forgets to add (and says nothing wrong). Two different texts are taken for one with a chance of about 10⁻⁷ at
 * 4 million keys.
 */
export interface SeenKeys {
  /** The note given when the text was first seen, or null when it is new (it is remembered now). */
  readonly note: (text: string, note: number) => number | null;
  readonly size: () => number;
}

const hashes = (text: string): [number, number] => {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
    b ^= b >>> 13;
  }
  b = Math.imul(b ^ (b >>> 16), 0xc2b2ae35);
  return [a >>> 0, (b ^ (b >>> 15)) >>> 0 || 1];
};

export const hashNote = (text: string): number => hashes(text)[0];

export const createSeenKeys = (most = 4_000_000): SeenKeys => {
  let capacity = 1 << 12;
  let table = new Uint32Array(capacity * 3);
  let count = 0;
  const placeOf = (keys: Uint32Array, slots: number, a: number, b: number): number => {
    let at = (a ^ (b << 7)) >>> 0;
    for (at &= slots - 1; ; at = (at + 1) & (slots - 1)) {
      if (keys[at * 3 + 1] === 0 || (keys[at * 3] === a && keys[at * 3 + 1] === b)) return at * 3;
    }
  };
  const grow = (): void => {
    const wider = new Uint32Array(capacity * 6);
    for (let at = 0; at < table.length; at += 3) {
      if (table[at + 1] === 0) continue;
      wider.set(
        table.subarray(at, at + 3),
        placeOf(wider, capacity * 2, table[at] ?? 0, table[at + 1] ?? 0),
      );
    }
    capacity *= 2;
    table = wider;
  };
  return {
    note: (text, note) => {
      const [a, b] = hashes(text);
      const at = placeOf(table, capacity, a, b);
      if (table[at + 1] !== 0) return table[at + 2] ?? 0;
      if (count >= most) return null;
      table.set([a, b, note >>> 0], at);
      count += 1;
      if (count * 2 > capacity) grow();
      return null;
    },
    size: () => count,
  };
};
