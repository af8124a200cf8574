import { fourLetters, joinBytes } from "./join-bytes.ts";

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const picture = new Set(
  "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP".split(" "),
);

/** A PNG with only the chunks that make the picture; null when it is no whole PNG. */
export const barePng = (file: Uint8Array): Uint8Array | null => {
  if (!signature.every((byte, at) => file[at] === byte)) return null;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const kept = [file.subarray(0, 8)];
  let hasPixels = false;
  for (let at = 8; at + 12 <= file.length; ) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (length > 0x7fffffff || end > file.length) return null;
    const name = fourLetters(file, at + 4);
    if (at === 8 && (name !== "IHDR" || length !== 13)) return null;
    if (picture.has(name)) kept.push(file.subarray(at, end));
    if (name === "IDAT") hasPixels = true;
    if (name === "IEND") return hasPixels ? joinBytes(kept) : null;
    at = end;
  }
  return null;
};
