import { buildOrderBook } from "@mainstay/analytics/order-day/order-book";
import { evaluatePortfolio } from "@mainstay/analytics/portfolio/evaluate-portfolio";
import { isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { isDayOrderAmbiguous } from "@mainstay/domain/calendar/parse-calendar-day";
import { defaultEvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";
import { formatShare } from "@mainstay/phrases/format/format-number";
import type { Locale } from "@mainstay/phrases/locale";
import { cliEn } from "@mainstay/phrases/reason/cli-en";
import type { CliWords } from "@mainstay/phrases/reason/cli-words";
import { cliZh } from "@mainstay/phrases/reason/cli-zh";
import { analysisJson } from "./analysis-json.ts";
import { type AnalyzeOptions, analyzeHelp, readAnalyzeOptions } from "./analyze-options.ts";
import { chooseLanguage } from "./choose-language.ts";
import { CliProblem, withProblems } from "./cli-problem.ts";
import { fileProblem, headerProblem, refusedReason } from "./file-words.ts";
import { analysisText } from "./print-analysis.ts";
import { type OrderFile, readOrderFile } from "./read-order-file.ts";
import { machineDay } from "./machine-day.ts";
import { writeOut } from "./write-out.ts";

const wordsIn = (locale: Locale): CliWords => (locale === "zh-CN" ? cliZh : cliEn);

const readFile = async (options: AnalyzeOptions): Promise<{ file: OrderFile; locale: Locale }> => {
  const early = chooseLanguage(options.lang, process.env, []);
  const read = await readOrderFile(options.file, { ...options, today: machineDay() }).catch(
    (error: unknown) => {
      throw fileProblem(error, options.file, wordsIn(early));
    },
  );
  const locale = chooseLanguage(options.lang, process.env, read.headers);
  if (!("orders" in read)) throw headerProblem(read, options.file, wordsIn(locale));
  if (read.currency === null && locale === "zh-CN" && options.lang === undefined)
    read.currency = "CNY";
  return { file: read, locale };
};

const reportRefused = (file: OrderFile, words: CliWords): void => {
  if (file.refused.length === 0) return;
  const lines = file.refused.map((one) => words.rejectedRow(one.line, refusedReason(one, words)));
  const more = file.counts.refused - file.refused.length;
  lines.push(words.rejectedMore(more, file.counts.refused));
  console.error(lines.join("\n"));
};

const notesOn = (
  file: OrderFile,
  options: AnalyzeOptions,
  asOf: number,
  ignored: number,
  marginShare: number | null,
  defaultPriorAccounts: number | null,
  words: CliWords,
): string[] => {
  const { lines, accepted, anonymous } = file.counts;
  const mapped = Object.entries(file.columns).map(([field, at]) => `${field}=${at.header}`);
  const notes = [words.read(lines, accepted)];
  if (anonymous > 0) notes.push(words.anonymous(anonymous));
  if (ignored > 0) notes.push(words.later(ignored));
  notes.push(`${words.mappedAs}: ${mapped.join(", ")}`);
  if (isDayOrderAmbiguous(file.dayOrder)) notes.push(words.dayOrderGuessed(file.dayOrder.order));
  if (options.asOf === null) notes.push(words.asOfChosen(isoFromDayNumber(asOf)));
  if (marginShare !== null) notes.push(words.marginAssumed(formatShare(marginShare)));
  if (defaultPriorAccounts !== null) notes.push(words.defaultPrior(defaultPriorAccounts));
  return notes;
};

/** `mainstay analyze FILE`: from an order history to who matters, who is slipping, why. Answers the exit code. */
export const runAnalyze = (args: string[]): Promise<number> =>
  withProblems(async () => {
    if (args.includes("--help") || args.includes("-h")) {
      console.log(analyzeHelp);
      return 0;
    }
    const options = readAnalyzeOptions(args);
    const { file, locale } = await readFile(options);
    const words = wordsIn(locale);
    reportRefused(file, words);
    if (file.orders.count === 0) throw new CliProblem(`${options.file}: ${words.noRows}`, 1);
    const asOf = options.asOf ?? file.lastDay;
    const base = defaultEvaluationSettings;
    const margin = options.margin ?? base.clv.defaultMargin;
    const settings = { ...base, clv: { ...base.clv, defaultMargin: margin } };
    const book = buildOrderBook(file.orders, file.accounts.length, asOf);
    const products = file.products.collect(file.accounts.length, asOf);
    const input = { book, currency: file.currency ?? "", products, invoices: file.invoices };
    const evaluation = evaluatePortfolio(input, asOf, settings);
    const ignored = file.orders.day.reduce((count, day) => count + (day > asOf ? 1 : 0), 0);
    const { rhythm } = evaluation.model;
    if (options.json) {
      await writeOut(`${JSON.stringify(analysisJson(evaluation, file, ignored, locale, words))}\n`);
    } else {
      const assumed = book.cost === null ? margin : null;
      const prior = rhythm.prior === "default" ? rhythm.accountsUsed : null;
      const notes = notesOn(file, options, asOf, ignored, assumed, prior, words);
      await writeOut(`${analysisText(evaluation, file, notes, locale, words, options.limit)}\n`);
    }
    return file.counts.refused > 0 ? 1 : 0;
  });
