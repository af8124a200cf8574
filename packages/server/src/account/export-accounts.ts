import type { AccountFilter, AccountRow, accountSorts } from "@mainstay/contract/account";
import type { accountColumns } from "@mainstay/contract/account-columns";
import { minorDecimals } from "@mainstay/domain/money/currency";
import { accountColumnWords } from "@mainstay/phrases/account/account-column-words";
import { sql } from "kysely";
import iconv from "iconv-lite";
import { csvLine, utf8Mark } from "../import/csv-line.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Outlet } from "../platform/http/serve-download.ts";
import { demandExportApproval } from "../approval/ask-access.ts";
import { countAccounts, listAccountRows } from "./account-list-queries.ts";

type Column = (typeof accountColumns)[number];

export interface AccountExport extends AccountFilter {
  sort: (typeof accountSorts)[number];
  direction: "asc" | "desc";
  columns?: Column[] | undefined;
  encoding: "utf-8" | "gbk";
}

const shown: readonly Column[] = [
  "name",
  "segment",
  "grade",
  "level",
  "manager",
  "revenue12m",
  "lastOrderOn",
  "nextExpectedOn",
  "pLost",
  "valueAtRisk",
];
const pageLength = 1_000;

/** One cell as people read it: words for kinds, major units for money, shares as 0..1. */
const cellOf = (
  row: AccountRow,
  column: Column,
  words: (typeof accountColumnWords)["zh-CN"],
  digits: number,
): string | number | null => {
  const money = (minor: number | null) =>
    minor === null ? null : (minor / 10 ** digits).toFixed(digits);
  const share = (value: number | null) => (value === null ? null : value.toFixed(4));
  switch (column) {
    case "manager":
      return row.managerName;
    case "segment":
      return row.segment && words.segment[row.segment];
    case "grade":
      return row.grade && words.grade[row.grade];
    case "level":
      return words.level[row.level];
    case "revenue12m":
      return money(row.revenue12mMinor);
    case "margin12m":
      return money(row.margin12mMinor);
    case "clv":
      return money(row.clvMinor);
    case "valueAtRisk":
      return money(row.valueAtRiskMinor);
    case "growth":
    case "pLost":
    case "pOrder90":
    case "coverage":
      return share(row[column]);
    case "health":
      return row.health && words.healthBand[row.health.band];
    case "stage":
      return row.stage && words.stage[row.stage];
    case "supportIndex":
      return row.supportIndex === null ? null : row.supportIndex.toFixed(1);
    default:
      return row[column];
  }
};

/** Writes the table as it is seen, page by page, with headers in the reader's language; formulas are tamed. */
export const exportAccounts = async (
  context: Context,
  wanted: AccountExport,
  outlet: Outlet,
): Promise<void> => {
  const { sort, direction, columns = shown, encoding, ...filter } = wanted;
  const { tenantId, actor, workspace } = context;
  const words = accountColumnWords[context.locale];
  const digits = minorDecimals(workspace.baseCurrency);
  await context.write(async (tx) => {
    await demandExportApproval(tx, context, "accounts", () => countAccounts(tx, actor, filter));
    await recordAudit(
      tx,
      context,
      "account.exported",
      { kind: "account", id: null },
      { filter, columns },
    );
  });
  const encode = (text: string) => (encoding === "gbk" ? iconv.encode(text, "gbk") : text);
  await context.read(async (db) => {
    await sql`set local statement_timeout = 0`.execute(db);
    const charset = encoding === "gbk" ? "gbk" : "utf-8";
    outlet.begin({
      fileName: `accounts-${context.today}.csv`,
      mediaType: `text/csv; charset=${charset}`,
    });
    const header = csvLine(columns.map((column) => words.column[column]));
    await outlet.write(encode((encoding === "gbk" ? "" : utf8Mark) + header));
    let cursor: string | undefined;
    do {
      const page = await listAccountRows(db, tenantId, actor.userId, {
        filter,
        sort,
        direction,
        cursor,
        limit: pageLength,
      });
      const lines = page.items.map((row) =>
        csvLine(columns.map((column) => cellOf(row, column, words, digits))),
      );
      await outlet.write(encode(lines.join("")));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
  });
};
