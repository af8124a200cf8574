const endMark = 0x06054b50;
const partMark = 0x02014b50;
const mostParts = 5000;

/** The names in the directory of an archive; null for what is no archive, is cut off or has too many parts. */
export const zipPartNames = (bytes: Uint8Array): string[] | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 22 || view.getUint32(0, true) !== 0x04034b50) return null;
  let end = bytes.length - 22;
  const furthest = Math.max(0, bytes.length - 65_557);
  while (end >= furthest && view.getUint32(end, true) !== endMark) end--;
  if (end < furthest) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > mostParts) return null;
  const names: string[] = [];
  const decoder = new TextDecoder();
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== partMark) return null;
    const length = view.getUint16(at + 28, true);
    names.push(decoder.decode(bytes.subarray(at + 46, at + 46 + length)));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
};
