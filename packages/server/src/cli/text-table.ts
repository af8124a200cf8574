const isWide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const isMark = /\p{Mark}/u;

/** Columns a text takes on a terminal: hanzi and full-width signs take two, combining marks none. */
export const displayWidth = (text: string): number => {
  let width = 0;
  for (const character of text)
    width += isMark.test(character) ? 0 : isWide.test(character) ? 2 : 1;
  return width;
};

/** Shortens a text to a display width, with an ellipsis where something is cut. Control characters are dropped. */
export const fitWidth = (text: string, width: number): string => {
  const clean = text.replace(/\p{Cc}/gu, " ");
  if (displayWidth(clean) <= width) return clean;
  let cut = "";
  let used = 0;
  for (const character of clean) {
    const next = displayWidth(character);
    if (used + next > width - 1) break;
    cut += character;
    used += next;
  }
  return `${cut}…`;
};

/** A plain table: every column as wide as its widest cell, numbers (`right`) aligned to the right. */
export const textTable = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly boolean[],
): string => {
  const widths = head.map((cell, at) =>
    Math.max(displayWidth(cell), ...rows.map((row) => displayWidth(row[at] ?? ""))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => {
        const gap = " ".repeat(Math.max(0, (widths[at] ?? 0) - displayWidth(cell)));
        return right[at] ? gap + cell : cell + gap;
      })
      .join("  ")
      .trimEnd();
  return [line(head), widths.map((width) => "─".repeat(width)).join("  "), ...rows.map(line)].join(
    "\n",
  );
};
