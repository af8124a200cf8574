/** A table that reads well in a terminal and renders as markdown: columns padded to their widest cell. */
export const markdownTable = (
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string => {
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? "").padEnd(width)).join(" | ")} |`;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [line(header), rule, ...rows.map(line)].join("\n");
};

/** A share as `.54`, a whole as `1.00`; dashes where there is nothing to say. */
export const shareText = (value: number): string =>
  Number.isFinite(value) ? value.toFixed(2).replace(/^(-?)0\./, "$1.") : "–";

/** A figure with four decimals, as the published tables print Brier scores. */
export const fineText = (value: number): string =>
  Number.isFinite(value) ? value.toFixed(4).replace(/^(-?)0\./, "$1.") : "–";
