/** How the cells of a text file are told apart; `blank` = runs of blanks, as in statistical logs. */
export const tableDelimiters = [",", ";", "\t", "|", "blank"] as const;
export type TableDelimiter = (typeof tableDelimiters)[number];

const countOutsideQuotes = (line: string, delimiter: string): number => {
  let count = 0;
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && character === delimiter) count += 1;
  }
  return count;
};

/**
 * The delimiter most steadily present in the first lines of a file: the count most lines share, times how
 * many share it. Falls back to runs of blanks when every line has the same number of words, else to a comma.
 */
export const guessDelimiter = (head: string): TableDelimiter => {
  const lines = head
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== "")
    .slice(0, 40)
    .map((line) => line.slice(0, 10_000));
  let best: { delimiter: TableDelimiter; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of [",", ";", "\t", "|"] as const) {
    const tally = new Map<number, number>();
    for (const line of lines) {
      const count = countOutsideQuotes(line, delimiter);
      if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
    }
    const steady = Math.max(0, ...tally.values());
    const most = [...tally].find(([, times]) => times === steady)?.[0] ?? 0;
    const score = steady / lines.length + Math.min(most, 10) / 100;
    if (steady > 0 && score > best.score) best = { delimiter, score };
  }
  if (best.score >= 0.5) return best.delimiter;
  const widths = new Set(lines.map((line) => line.trim().split(/\s+/).length));
  return widths.size === 1 && !widths.has(1) ? "blank" : best.delimiter;
};
