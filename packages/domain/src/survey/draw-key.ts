/**
 * Where an id stands in a draw, 0 ≤ key < 1: spread evenly, the same for the same seed and id on every machine, unrelated
 * between seeds. FNV-1a over seed and id, finished by the mixer of MurmurHash3. Not secret: a draw is meant to be checked.
 */
export const drawKey = (seed: number, id: string): number => {
  let hash = 0x811c9dc5;
  const text = `${seed}:${id}`;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
};
