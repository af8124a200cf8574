const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  copy: "©",
  reg: "®",
  middot: "·",
  bull: "•",
  hellip: "…",
  mdash: "—",
  ndash: "–",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
};

const decoded = (text: string): string =>
  text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return named[name.toLowerCase()] ?? whole;
    const isHex = name[1] === "x" || name[1] === "X";
    const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : "";
  });

/**
 * The words of a page as plain text: blocks on lines of their own, list items with a dot, repeated mail marked with `>` as mail
 * programs do, nothing of scripts, styles and comments. What comes out is text and never shown as anything else.
 */
export const textOfHtml = (html: string): string => {
  const parts: string[] = [];
  let skipped: string | null = null;
  let quotes = 0;
  // What only looks like a mark is taken a thousand at a time: a page of nothing else would keep everybody waiting.
  const piece =
    /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9]*)\b[^>]*(?:>|$)|[^<]+|(?:<(?!\/?[a-z]|!--)[^<]*){1,1000}/gi;
  const put = (text: string) => {
    if (skipped === null) parts.push(text);
  };
  const newLine = () => put(`\n${"> ".repeat(Math.min(quotes, 9))}`);
  for (const [whole, closing, name] of html.matchAll(piece)) {
    if (name === undefined) {
      if (!whole.startsWith("<!--")) put(decoded(whole.replaceAll(/\s+/g, " ")));
      continue;
    }
    const tag = name.toLowerCase();
    if (/^(script|style|head|title|template|noscript)$/.test(tag)) {
      if (closing === "") skipped ??= tag;
      else if (skipped === tag) skipped = null;
      continue;
    }
    if (tag === "blockquote") quotes = Math.max(0, quotes + (closing === "" ? 1 : -1));
    if (tag === "br" || /^(p|div|tr|li|ul|ol|table|h[1-6]|blockquote|hr|pre)$/.test(tag)) newLine();
    if (tag === "li" && closing === "") put("• ");
    if (/^(td|th)$/.test(tag) && closing !== "") put(" ");
  }
  return parts
    .join("")
    .split("\n")
    .map((line) => line.replaceAll(/[ \t\u00a0]+/g, " ").trim())
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
};
