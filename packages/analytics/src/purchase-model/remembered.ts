/**
 * Remembers the last answers of a costly function of two numbers, for columns in which few distinct pairs
 * come up again and again over `rows` calls. Same answers, only sooner.
 */
export const remembered = (
  rows: number,
  answer: (p: number, q: number) => number,
): typeof answer => {
  const slots = 2 ** Math.min(14, Math.ceil(Math.log2(Math.max(2, rows))));
  const ps = new Float64Array(slots).fill(Number.NaN);
  const qs = new Float64Array(slots);
  const answers = new Float64Array(slots);
  const key = new Float64Array(1);
  const bits = new Int32Array(key.buffer);
  return (p, q) => {
    key[0] = q;
    let hash = Math.imul(bits[0]! ^ Math.imul(bits[1]!, 0x9e3779b1), 0x85ebca6b) + p * 0x9e3779b1;
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    const slot = (hash ^ (hash >>> 13)) & (slots - 1);
    if (ps[slot] !== p || qs[slot] !== q) {
      answers[slot] = answer(p, q);
      ps[slot] = p;
      qs[slot] = q;
    }
    return answers[slot]!;
  };
};
