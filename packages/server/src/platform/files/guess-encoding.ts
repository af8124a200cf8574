/** Encodings a table file may have. GBK and GB2312 are parts of gb18030. */
export const tableEncodings = ["utf-8", "gb18030", "utf-16le", "utf-16be", "windows-1252"] as const;
export type TableEncoding = (typeof tableEncodings)[number];

/** The encoding a byte-order mark states, and the length of the mark. */
export const encodingFromMark = (
  bytes: Uint8Array,
): { encoding: TableEncoding; length: number } | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { encoding: "utf-8", length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "utf-16le", length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", length: 2 };
  return null;
};

const utf8Length = (lead: number): number =>
  lead >= 0xc2 && lead <= 0xdf
    ? 2
    : lead >= 0xe0 && lead <= 0xef
      ? 3
      : lead >= 0xf0 && lead <= 0xf4
        ? 4
        : 0;

/** Share of the non-ASCII bytes that are whole UTF-8 characters; tells a damaged UTF-8 file from a GBK one. */
const utf8Share = (bytes: Uint8Array): number => {
  let [whole, foreign] = [0, 0];
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const length = utf8Length(lead);
    let sound = length > 0;
    for (let i = 1; i < length; i++) sound &&= ((bytes[at + i] ?? 0) & 0xc0) === 0x80;
    if (sound) whole += length;
    else foreign += 1;
    at += sound ? length : 1;
  }
  return whole / Math.max(1, whole + foreign);
};

/** Share of the double bytes that are the everyday hanzi and signs of GB2312, not accidents of Latin text. */
const gb2312Share = (bytes: Uint8Array): number => {
  let [everyday, other] = [0, 0];
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const trail = bytes[at + 1] ?? 0;
    const usual =
      trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xf7) || (lead >= 0xa1 && lead <= 0xa9));
    if (usual) everyday += 1;
    else other += 1;
    at += trail >= 0x40 ? 2 : 1;
  }
  return everyday / Math.max(1, everyday + other);
};

/**
 * Judges bytes that are not strict UTF-8 (whole characters, no mark): `gb18030` when they decode strictly
 * and read like Chinese, `broken_utf8` when most of them are UTF-8, else null: the person must say.
 */
export const guessLegacyEncoding = (bytes: Uint8Array): "gb18030" | "broken_utf8" | null => {
  if (utf8Share(bytes) > 0.8) return "broken_utf8";
  if (gb2312Share(bytes) < 0.8) return null;
  try {
    new TextDecoder("gb18030", { fatal: true }).decode(bytes, { stream: true });
    return "gb18030";
  } catch {
    return null;
  }
};
