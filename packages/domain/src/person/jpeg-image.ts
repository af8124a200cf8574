import { joinBytes } from "./join-bytes.ts";

const [startOfImage, endOfImage, startOfScan, exifMark] = [0xd8, 0xd9, 0xda, 0xe1];

/** What does not make the picture: application data but JFIF, colour profile and Adobe's colour transform, and comments. */
const isAside = (mark: number): boolean =>
  mark === 0xfe || (mark >= 0xe0 && mark <= 0xef && ![0xe0, 0xe2, 0xee].includes(mark));

/** EXIF orientation 1–8 out of an application segment, or null. */
const orientationOf = (segment: Uint8Array): number | null => {
  if (String.fromCharCode(...segment.subarray(4, 8)) !== "Exif" || segment.length < 18) return null;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 10, segment.length - 10);
  const isLittle = tiff.getUint16(0) === 0x4949;
  const first = tiff.getUint32(4, isLittle);
  if (first + 2 > tiff.byteLength) return null;
  const count = tiff.getUint16(first, isLittle);
  for (let entry = 0; entry < count; entry++) {
    const at = first + 2 + entry * 12;
    if (at + 12 > tiff.byteLength) return null;
    if (tiff.getUint16(at, isLittle) !== 0x0112) continue;
    const turned = tiff.getUint16(at + 8, isLittle);
    return turned >= 1 && turned <= 8 ? turned : null;
  }
  return null;
};

/** An EXIF segment that says how the picture is turned, and nothing else. */
const onlyOrientation = (turned: number): Uint8Array =>
  Uint8Array.from(
    [
      [0xff, exifMark, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0],
      [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
      [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0],
    ].flat(),
  );

/** Where the coded picture after a scan header ends: at the next mark that is neither a stuffed byte nor a restart. */
const endOfScan = (file: Uint8Array, from: number): number => {
  for (let at = from; at + 1 < file.length; at++) {
    const next = file[at + 1] ?? 0;
    if (file[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return file.length;
};

/** A JPEG with only the segments that make the picture; null when it is no whole JPEG. */
export const bareJpeg = (file: Uint8Array): Uint8Array | null => {
  if (file[0] !== 0xff || file[1] !== startOfImage || file[2] !== 0xff) return null;
  const kept: Uint8Array[] = [];
  let turned: number | null = null;
  let hasScan = false;
  for (let at = 2; at + 1 < file.length; ) {
    if (file[at] !== 0xff) return null;
    const mark = file[at + 1] ?? 0;
    if (mark === 0xff) {
      at += 1;
      continue;
    }
    if (mark === endOfImage) {
      if (!hasScan) return null;
      const head = [file.subarray(0, 2), ...(turned === null ? [] : [onlyOrientation(turned)])];
      return joinBytes([...head, ...kept, file.subarray(at, at + 2)]);
    }
    if (at + 4 > file.length) return null;
    const length = ((file[at + 2] ?? 0) << 8) | (file[at + 3] ?? 0);
    let end = at + 2 + length;
    if (length < 2 || end > file.length) return null;
    const segment = file.subarray(at, end);
    if (mark === exifMark) turned ??= orientationOf(segment);
    if (mark === startOfScan) {
      hasScan = true;
      end = endOfScan(file, end);
    }
    if (!isAside(mark)) kept.push(file.subarray(at, end));
    at = end;
  }
  return null;
};
