import type { CliWords } from "@mainstay/phrases/reason/cli-words";
import { FileRefusal } from "../platform/files/file-refusal.ts";
import { CliProblem } from "./cli-problem.ts";
import type { RefusedLine, UnreadableHeader } from "./read-order-file.ts";

const printable = (text: string): string => text.replace(/\p{Cc}/gu, " ");

/** Why a line was refused, without its line number. */
export const refusedReason = ({ refusal }: RefusedLine, words: CliWords): string => {
  const said = words.refused[refusal.refused](printable(refusal.text), printable(refusal.header));
  if (refusal.detail === null || refusal.refused === "account_formula") return said;
  return `${said} ${words.detail[refusal.detail]}`;
};

/** A file that cannot be read, as words with exit code 1; anything else is thrown on. */
export const fileProblem = (error: unknown, file: string, words: CliWords): CliProblem => {
  if (!(error instanceof FileRefusal)) throw error;
  const place = error.line === null ? "" : `, ${words.atLine(error.line)}`;
  return new CliProblem(`${file}${place}: ${words.file[error.code]}`, 1);
};

/** A header that cannot be understood, as words with exit code 1. */
export const headerProblem = (
  { headers, mapping }: UnreadableHeader,
  file: string,
  words: CliWords,
): CliProblem => {
  const shown = headers.slice(0, 30).map(printable).join(", ");
  const unknown = mapping?.unknown[0];
  if (headers.length === 0) return new CliProblem(`${file}: ${words.file.empty}`, 1);
  if (!mapping) return new CliProblem(`${file}: ${words.noHeader}`, 1);
  if (unknown) return new CliProblem(`${file}: ${words.unknownColumn(unknown.named, shown)}`, 1);
  const missing = mapping.missing.map((what) => words.missing[what]).join(", ");
  return new CliProblem(`${file}: ${words.missingColumns(missing, shown)}`, 1);
};
