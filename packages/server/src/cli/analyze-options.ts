import { parseArgs } from "node:util";
import { type DayNumber, dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import type { ExplicitColumns } from "@mainstay/domain/import/map-columns";
import {
  type OrderLineField,
  orderLineFieldNames,
} from "@mainstay/domain/import/order-line-fields";
import { currencyFromWord } from "@mainstay/domain/money/currency";
import { type TableEncoding, tableEncodings } from "../platform/files/guess-encoding.ts";
import { CliProblem } from "./cli-problem.ts";

export const analyzeHelp = `Usage: mainstay analyze FILE [options]

Reads an order history (CSV, TSV, .xlsx, each also as .gz; UTF-8 or GBK; Chinese or English headers) and says
who matters, who is slipping and why. No database is needed.

  --as-of YYYY-MM-DD   judge as of the end of this day; later orders are ignored (default: the last day in the file)
  --map FIELD=HEADER,… name columns by header or place (1, 2 …), e.g. --map account=客户编号,date=下单日期,amount=金额
                       fields: ${orderLineFieldNames.join(", ")}
  --json               print {asOf, model, accounts, totals, rejectedRows} instead of text; amounts in major units
  --lang zh|en         language of the answer (default: the machine's, else the file's)
  --currency CODE      currency of the figures (default: the file's)
  --rate CODE=RATE,…   rates of other currencies in the file into that currency
  --margin SHARE       margin where the file has no costs (default 0.3)
  --encoding NAME      ${tableEncodings.join(" | ")}, where it cannot be told
  --sheet NAME         sheet of a workbook (default: the first)
  --limit N            how many accounts a segment and warnings to print (default 20)

An order-day is a day with an order; returns and cancellations are netted against their order. Lines without an
account are skipped and counted (totals.anonymousLines). Refused rows are listed on stderr and in rejectedRows
with their line and reason (the first 50) and counted (totals.rejectedRows); the rest is still analysed.

Exit codes: 0 fine; 1 when the file or any row was refused; 2 wrong usage.`;

export type AnalyzeOptions = {
  file: string;
  asOf: DayNumber | null;
  columns: ExplicitColumns<OrderLineField>;
  json: boolean;
  lang: string | undefined;
  currency: string | null;
  rates: Map<string, number>;
  margin: number | null;
  encoding: TableEncoding | undefined;
  sheet: string | undefined;
  limit: number;
};

const usage = (message: string): CliProblem =>
  new CliProblem(`${message}\nmainstay analyze --help says more.`, 2);

/** `a=b,c=d` as pairs; a comma inside a header can be written `\\,`. */
export const readPairs = (text: string, option: string): [string, string][] =>
  text
    .split(/(?<!\\),/)
    .filter((part) => part.trim() !== "")
    .map((part) => {
      const at = part.indexOf("=");
      if (at <= 0) throw usage(`${option} wants name=value, not “${part}”`);
      return [
        part.slice(0, at).trim(),
        part
          .slice(at + 1)
          .replaceAll("\\,", ",")
          .trim(),
      ];
    });

/** `--map account=客户编号,date=…` as explicit columns; an unknown field is wrong usage. */
export const readMapOption = (text: string): ExplicitColumns<OrderLineField> => {
  const columns: ExplicitColumns<OrderLineField> = {};
  for (const [field, header] of readPairs(text, "--map")) {
    const known = orderLineFieldNames.find((name) => name === field);
    if (!known) throw usage(`--map knows ${orderLineFieldNames.join(", ")}, not “${field}”`);
    columns[known] = header;
  }
  return columns;
};

const readRates = (text: string): Map<string, number> => {
  const rates = new Map<string, number>();
  for (const [word, value] of readPairs(text, "--rate")) {
    const code = currencyFromWord(word);
    const rate = Number(value);
    if (!code) throw usage(`“${word}” is not a known currency`);
    if (!(rate > 0 && Number.isFinite(rate))) throw usage(`“${value}” is not a rate`);
    rates.set(code, rate);
  }
  return rates;
};

const parse = (args: string[]) => {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        "as-of": { type: "string" },
        map: { type: "string" },
        json: { type: "boolean" },
        lang: { type: "string" },
        currency: { type: "string" },
        rate: { type: "string" },
        margin: { type: "string" },
        encoding: { type: "string" },
        sheet: { type: "string" },
        limit: { type: "string" },
      },
    });
  } catch (error) {
    throw usage((error as Error).message);
  }
};

/** Reads the command line of `analyze`; wrong usage is a `CliProblem` with exit code 2. */
export const readAnalyzeOptions = (args: string[]): AnalyzeOptions => {
  const { values, positionals } = parse(args);
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw usage("analyze wants exactly one FILE");
  const asOf = values["as-of"] === undefined ? null : dayNumberFromIso(values["as-of"]);
  if (values["as-of"] !== undefined && asOf === null)
    throw usage(`--as-of wants YYYY-MM-DD, not “${values["as-of"]}”`);
  if (values.lang !== undefined && !/^(zh|en)/.test(values.lang)) throw usage("--lang is zh or en");
  const currency = values.currency === undefined ? null : currencyFromWord(values.currency);
  if (values.currency !== undefined && currency === null)
    throw usage(`“${values.currency}” is not a known currency`);
  const encoding = tableEncodings.find((name) => name === values.encoding);
  if (values.encoding !== undefined && !encoding)
    throw usage(`--encoding is one of ${tableEncodings.join(", ")}`);
  const margin = values.margin === undefined ? null : Number(values.margin);
  if (margin !== null && !(margin > -1 && margin <= 1))
    throw usage("--margin is a share such as 0.3");
  const limit = values.limit === undefined ? 20 : Number(values.limit);
  if (!(Number.isInteger(limit) && limit >= 0)) throw usage("--limit is a whole number");
  return {
    file,
    asOf,
    columns: values.map === undefined ? {} : readMapOption(values.map),
    json: values.json ?? false,
    lang: values.lang,
    currency,
    rates: values.rate === undefined ? new Map() : readRates(values.rate),
    margin,
    encoding,
    sheet: values.sheet,
    limit,
  };
};
