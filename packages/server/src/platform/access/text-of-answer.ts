import { inflateRawSync, inflateSync } from "node:zlib";

/** For tests: all text that an answer holds, also inside a PDF, a workbook or another zip. */
export const textOfAnswer = (bytes: Buffer): string => {
  const head = bytes.subarray(0, 4).toString("latin1");
  if (head === "%PDF") return `${bytes.toString("latin1")}\n${textOfPdf(bytes)}`;
  if (head === "PK\u0003\u0004") return textOfZip(bytes);
  return bytes.toString("utf8");
};

/** Names and contents of a zip's entries, read by its central directory. */
const textOfZip = (bytes: Buffer): string => {
  const texts: string[] = [];
  const mark = Buffer.from("PK\u0001\u0002", "latin1");
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 4)) {
    const size = bytes.readUInt32LE(at + 20);
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(from, from + size);
    const isDeflated = bytes.readUInt16LE(at + 10) === 8;
    texts.push((isDeflated ? inflateRawSync(content) : content).toString("utf8"));
  }
  return texts.join("\n");
};

/**
 * The words of a PDF. Fonts are subsets whose own tables say which glyph is which letter; every string is read by every
 * font's table, which yields nonsense beside the words but loses none.
 */
const textOfPdf = (bytes: Buffer): string => {
  const streams = streamsOf(bytes);
  const tables = streams
    .filter((one) => one.includes("beginbfrange") || one.includes("beginbfchar"))
    .map(lettersOf);
  const strings = streams.filter((one) => /\bT[jJ]\b/.test(one)).flatMap(stringsOf);
  return tables
    .map((letters) =>
      strings.map((glyphs) => glyphs.map((glyph) => letters.get(glyph) ?? "").join("")).join("\n"),
    )
    .join("\n");
};

const streamsOf = (bytes: Buffer): string[] => {
  const streams: string[] = [];
  for (let at = bytes.indexOf("stream\n"); at >= 0; at = bytes.indexOf("stream\n", at)) {
    const from = at + 7;
    const to = bytes.indexOf("endstream", from);
    at = to + 9;
    try {
      streams.push(inflateSync(bytes.subarray(from, to)).toString("latin1"));
    } catch {
      // Not deflated: an image or a font.
    }
  }
  return streams;
};

const lettersOfHex = (hex: string): string =>
  (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join("");

/** A font's table from glyph to letters. */
const lettersOf = (table: string): Map<number, string> => {
  const letters = new Map<number, string>();
  for (const [, from = "", , list = ""] of table.matchAll(
    /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*\[([^\]]*)\]/gi,
  )) {
    let glyph = Number.parseInt(from, 16);
    for (const [, hex = ""] of list.matchAll(/<([0-9a-f\s]*)>/gi)) {
      letters.set(glyph++, lettersOfHex(hex.replaceAll(/\s/g, "")));
    }
  }
  for (const [, from = "", to = "", first = ""] of table
    .replaceAll(/\[[^\]]*\]/g, "")
    .matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]{4})>/gi)) {
    const begin = Number.parseInt(from, 16);
    for (let glyph = begin; glyph <= Number.parseInt(to, 16); glyph++) {
      letters.set(glyph, String.fromCharCode(Number.parseInt(first, 16) + glyph - begin));
    }
  }
  return letters;
};

/** The strings that a page shows, as glyph numbers; the pieces of one TJ belong together. */
const stringsOf = (page: string): number[][] =>
  [...page.matchAll(/\[((?:\s*(?:<[0-9a-f]*>|-?[\d.]+))*)\s*\]\s*TJ|<([0-9a-f]*)>\s*Tj/gi)].map(
    ([, several = "", one = ""]) =>
      [...`${several}<${one}>`.matchAll(/<([0-9a-f]*)>/gi)].flatMap(([, hex = ""]) =>
        (hex.match(/.{4}/g) ?? []).map((glyph) => Number.parseInt(glyph, 16)),
      ),
  );
