const encoder = new TextEncoder();

/** The length of a text in UTF-8 bytes, as robots count it. */
export const bytesOf = (text: string): number => encoder.encode(text).length;

const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });

/**
 * The text in at most so many UTF-8 bytes, ending with … where something was cut; never inside a character, nor between the
 * parts of one that is put together (a flag, a family, an accent).
 */
export const truncateBytes = (text: string, most: number): string => {
  if (bytesOf(text) <= most) return text;
  const mark = "…";
  let left = most - bytesOf(mark);
  if (left < 0) return "";
  let kept = "";
  for (const { segment } of graphemes.segment(text)) {
    left -= bytesOf(segment);
    if (left < 0) break;
    kept += segment;
  }
  return kept + mark;
};

const wide: Readonly<Record<string, string>> = {
  "[": "［",
  "]": "］",
  "(": "（",
  ")": "）",
  "*": "＊",
  _: "＿",
  "`": "｀",
  "#": "＃",
  "<": "＜",
  ">": "＞",
  "~": "～",
  "|": "｜",
  "!": "！",
  "@": "＠",
  "&": "＆",
  "\\": "＼",
};

/**
 * Text that no dialect of Markdown takes for markup, a mention or a link: the signs that begin one become their full-width
 * forms, which look the same to a reader. The robots' dialects differ in how they escape; none reads these.
 */
export const plainText = (text: string): string =>
  text
    .replace(/[[\]()*_`#<>~|!@&\\]/g, (sign) => wide[sign] ?? sign)
    .replace(/\s+/g, " ")
    .trim();
