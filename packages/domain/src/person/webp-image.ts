import { fourLetters, joinBytes } from "./join-bytes.ts";

const picture = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]);
const exifAndXmp = 0x0c;

/** A WebP with only the chunks that make the picture; null when it is no whole WebP. */
export const bareWebp = (file: Uint8Array): Uint8Array | null => {
  if (file.length < 20 || fourLetters(file, 0) !== "RIFF" || fourLetters(file, 8) !== "WEBP")
    return null;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const whole = Math.min(file.length, 8 + view.getUint32(4, true));
  const kept: Uint8Array[] = [];
  let hasPixels = false;
  for (let at = 12; at + 8 <= whole; ) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > whole) return null;
    const name = fourLetters(file, at);
    if (picture.has(name)) {
      const chunk = file.slice(at, Math.min(end, whole));
      if (name === "VP8X") chunk[8] = (chunk[8] ?? 0) & ~exifAndXmp;
      else hasPixels ||= name !== "ICCP" && name !== "ANIM" && name !== "ALPH";
      kept.push(chunk);
    }
    at = end;
  }
  if (!hasPixels) return null;
  const body = joinBytes(kept);
  const head = file.slice(0, 12);
  new DataView(head.buffer).setUint32(4, body.length + 4, true);
  return joinBytes([head, body]);
};
