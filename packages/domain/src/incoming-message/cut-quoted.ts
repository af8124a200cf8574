/** What is new in a mail, and what it only repeats. */
export interface CutMail {
  readonly words: string;
  readonly quoted: string;
}

/** Lines by which mail programs begin what they repeat, in the two languages people write to us in. */
const openings: readonly RegExp[] = [
  /^-{2,}\s*(original message|forwarded message|原始邮件|原邮件|原始信件|转发的邮件|回复的原邮件)\s*-{2,}/i,
  /^on .{4,200} wrote:\s*$/i,
  /^(在|於)\s?.{4,200}(写道|寫道)\s*[:：]\s*$/,
  /^\d{4}[-/年].{4,160}(写道|寫道|wrote)\s*[:：]\s*$/i,
  /^_{10,}\s*$/,
];
const headerLine =
  /^\s*>?\s*\**(from|sent|date|to|cc|subject|发件人|发送时间|日期|收件人|抄送|主题)\**\s*[:：]/i;

/**
 * Cuts off the part of a mail that repeats earlier ones: behind "… wrote:", "写道：", a header block as mail programs copy it,
 * or `>` at the end. Where nothing new would be left (an answer below or between the quote) everything is new.
 */
export const cutQuoted = (text: string): CutMail => {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const cut = lines.findIndex((_, at) => beginsQuote(lines, at));
  const kept = cut < 0 ? lines : lines.slice(0, cut);
  const words = withoutTrailingQuotes(kept).join("\n").trim();
  const all = text.replaceAll("\r\n", "\n").trim();
  if (words === "") return { words: all, quoted: "" };
  return { words, quoted: all.slice(all.indexOf(words) + words.length).trim() };
};

const beginsQuote = (lines: readonly string[], at: number): boolean => {
  const line = lines[at]?.trim() ?? "";
  // Some programs break the line before "wrote:".
  const two = `${line} ${lines[at + 1]?.trim() ?? ""}`;
  if (openings.some((one) => one.test(line))) return true;
  if (/^(on |在)/i.test(line) && openings.some((one) => one.test(two))) return true;
  const block = lines.slice(at, at + 5).filter((one) => headerLine.test(one));
  return headerLine.test(line) && block.length >= 3;
};

const withoutTrailingQuotes = (lines: readonly string[]): string[] => {
  let end = lines.length;
  while (end > 0 && /^\s*(>.*)?$/.test(lines[end - 1] ?? "")) end -= 1;
  return lines.slice(0, end);
};
