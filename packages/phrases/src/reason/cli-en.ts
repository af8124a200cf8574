import type { CliWords } from "./cli-words.ts";

const rows = (count: number): string => (count === 1 ? "row" : "rows");

export const cliEn: CliWords = {
  file: {
    not_found: "there is no such file",
    empty: "the file is empty",
    binary: "it holds zero bytes: not a text table",
    old_excel: "this is an old Excel (.xls) or encrypted file; save it as .xlsx or CSV",
    encrypted: "the workbook has a password; remove it first",
    pdf: "this is a PDF; give a CSV or .xlsx",
    encoding_unknown:
      "its character encoding cannot be told; say --encoding utf-8, gb18030, utf-16le or windows-1252",
    encoding_broken: "it has broken characters for its encoding",
    line_too_long: "a line is too long for a table",
    too_many_columns: "it has too many columns",
    unclosed_quote: "a quote is never closed",
    quote_malformed: "a quote is malformed",
    archive_broken: "the compressed content is damaged",
    archive_bomb: "it unpacks to far more than is safe to read",
    workbook_broken: "it is no complete .xlsx workbook",
    too_many_cells: "it has too many cells",
    sheet_missing: "there is no such sheet",
  },
  atLine: (line) => `line ${line}`,
  noHeader:
    "no header row found. Add one, or name columns by their place: --map account=1,date=2,amount=3",
  missing: { account: "account", date: "date", amount: "amount (or price and quantity)" },
  missingColumns: (what, headers) =>
    `cannot tell which column is: ${what}. The headers are: ${headers}. Say --map account=…,date=…,amount=…`,
  unknownColumn: (named, headers) => `there is no column “${named}”. The headers are: ${headers}`,
  noRows: "not one usable order row",
  refused: {
    no_account: () => "no account",
    account_formula: (text) => `the account “${text}” looks like a formula`,
    account_too_long: () => "the account is longer than 200 characters",
    date: (text, header) => `${header} “${text}”`,
    amount: (text, header) => `${header} “${text}”`,
    cost: (text, header) => `${header} “${text}”`,
    currency: (text, header) => `${header} “${text}”`,
    rate_missing: (text) => `no exchange rate for ${text}; give --rate ${text}=…`,
  },
  detail: {
    empty: "is empty",
    not_a_day: "is not a date",
    impossible_day: "is a day that does not exist",
    too_early: "is before 1980",
    too_late: "is more than 400 days in the future",
    not_a_number: "is not a number",
    ambiguous_separator: "could mean two numbers",
    formula: "is a formula",
    unknown_currency: "is not a known currency",
    absurd_amount: "is absurdly large",
  },
  rejectedRow: (line, reason) => `line ${line}: ${reason}`,
  rejectedMore: (more, total) =>
    `${more > 0 ? `… and ${more} more; ` : ""}${total} ${rows(total)} refused in all`,
  read: (lines, accepted) => `${lines} ${rows(lines)} read, ${accepted} used`,
  anonymous: (lines) => `${lines} ${rows(lines)} without an account skipped`,
  later: (orders) => `${orders} after the as-of day ignored`,
  mappedAs: "columns",
  dayOrderGuessed: (order) =>
    order === "day_first"
      ? "note: the dates are ambiguous and were read as day/month/year"
      : "note: the dates are ambiguous and were read as month/day/year",
  asOfChosen: (on) => `as of the last day in the file, ${on} (choose another with --as-of)`,
  marginAssumed: (share) =>
    `no costs in the file: margin taken as ${share} of revenue (--margin changes it)`,
  defaultPrior: (accounts) =>
    `only ${accounts} accounts show a rhythm (fewer than 200): the shipped prior is used`,
  column: {
    account: "Account",
    grade: "Grade",
    revenue12m: "Revenue 12m",
    growth: "Growth",
    pLost: "P(lost)",
    pOrder90: "Order in 90d",
    nextOrder: "Next order",
    clv: "CLV",
    severity: "Severity",
    atStake: "At stake",
  },
  summary: {
    title: "Portfolio",
    accounts: "accounts",
    orders: "order-days",
    revenue12m: "revenue, 12 months",
    valueAtRisk: "margin at risk",
    warnings: "warnings",
    tooNew: "too little history",
  },
  segmentTitle: (segment, count) => `${segment} (${count})`,
  warningsTitle: (count) => `Warnings (${count}, by money at stake)`,
  noWarnings: "No warnings.",
  more: (count) => `… and ${count} more; raise --limit to see them`,
};
