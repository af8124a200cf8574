import type { CalendarDayRefusal } from "@mainstay/domain/calendar/parse-calendar-day";
import type { FileProblem } from "@mainstay/domain/import/file-problem";
import type { MissingOrderColumn } from "@mainstay/domain/import/map-order-line-columns";
import type { OrderLineRefusal } from "@mainstay/domain/import/read-order-line";
import type { MoneyRefusal } from "@mainstay/domain/money/parse-money";

/** What the command line says in one language. */
export interface CliWords {
  file: Record<FileProblem, string>;
  atLine: (line: number) => string;
  noHeader: string;
  missing: Record<MissingOrderColumn, string>;
  missingColumns: (what: string, headers: string) => string;
  unknownColumn: (named: string, headers: string) => string;
  noRows: string;
  refused: Record<
    OrderLineRefusal["refused"] | "rate_missing",
    (text: string, header: string) => string
  >;
  detail: Record<CalendarDayRefusal | MoneyRefusal, string>;
  rejectedRow: (line: number, reason: string) => string;
  rejectedMore: (more: number, total: number) => string;
  read: (lines: number, accepted: number) => string;
  anonymous: (lines: number) => string;
  later: (orders: number) => string;
  mappedAs: string;
  dayOrderGuessed: (order: "day_first" | "month_first") => string;
  asOfChosen: (on: string) => string;
  marginAssumed: (share: string) => string;
  defaultPrior: (accounts: number) => string;
  column: Record<
    | "account"
    | "grade"
    | "revenue12m"
    | "growth"
    | "pLost"
    | "pOrder90"
    | "nextOrder"
    | "clv"
    | "severity"
    | "atStake",
    string
  >;
  summary: Record<
    "title" | "accounts" | "orders" | "revenue12m" | "valueAtRisk" | "warnings" | "tooNew",
    string
  >;
  segmentTitle: (segment: string, count: number) => string;
  warningsTitle: (count: number) => string;
  noWarnings: string;
  more: (count: number) => string;
}
