import type { caseExports } from "@mainstay/contract/case-export";
import { caseWords } from "@mainstay/phrases/case/case-words";
import { formatInstant } from "@mainstay/phrases/format/format-day";
import { writeXlsxStream } from "hucre/xlsx";
import iconv from "iconv-lite";
import { sql } from "kysely";
import type { z } from "zod";
import { csvLine, harmlessCell, utf8Mark } from "../import/csv-line.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import type { Outlet } from "../platform/http/serve-download.ts";
import { allOf } from "../account/account-filter-sql.ts";
import { demandExportApproval } from "../approval/ask-access.ts";
import { caseFilterSql } from "./case-filter-sql.ts";
import { pageOfCases } from "./list-cases.ts";

type Request = z.output<NonNullable<typeof caseExports.file.query>>;
type Filter = Omit<Request, "format" | "encoding">;
type Cells = (string | null)[];

const pageLength = 1_000;
const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const headersOf = ({ locale }: Context): string[] => {
  const { export: words } = caseWords[locale];
  return [
    words.number,
    words.account,
    words.title,
    words.kind,
    words.level,
    words.status,
    words.channel,
    words.firstResponder,
    words.handler,
    words.opened,
    words.due,
    words.solved,
    words.score,
    words.reopened,
  ];
};

/** One line a case, page by page in the list's own order; instants by the workspace's clocks. */
async function* linesOf(db: Db, context: Context, filter: Filter): AsyncGenerator<Cells> {
  const words = caseWords[context.locale];
  const at = (instant: string | null) =>
    instant === null ? null : formatInstant(instant, context.workspace.timeZone);
  const found = await caseFilterSql(db, context.actor, filter, context.now);
  let cursor: string | undefined;
  do {
    const asked = { order: filter.order, cursor, limit: pageLength };
    const page = await pageOfCases(db, context, asked, found);
    for (const row of page.items)
      yield [
        String(row.number),
        row.account.name,
        row.title,
        words.kind[row.kind],
        words.level[row.level],
        words.status[row.status],
        words.channel[row.channel],
        row.firstResponder.name,
        row.handler?.name ?? null,
        at(row.openedAt),
        at(row.nextDue?.dueAt ?? null),
        at(row.solvedAt),
        row.score === null ? null : String(row.score),
        String(row.reopened),
      ];
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}

async function* workbookRows(lines: AsyncIterable<Cells>): AsyncGenerator<string[]> {
  for await (const cells of lines) yield cells.map((cell) => harmlessCell(cell ?? ""));
}

const countExported = async (tx: Tx, context: Context, filter: Filter): Promise<number> => {
  const { conditions, status } = await caseFilterSql(tx, context.actor, filter, context.now);
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from service_case c where ${allOf([...conditions, ...status])}`.execute(
    tx,
  );
  return rows[0]?.n ?? 0;
};

/**
 * Writes the cases as they are filtered as CSV or XLSX, streamed; headers in the reader's language, what a spreadsheet would run
 * made harmless. Who takes it is in the audit before the first byte leaves; what was searched for is not.
 */
export const exportCases = async (
  context: Context,
  { format, encoding, ...filter }: Request,
  outlet: Outlet,
): Promise<void> => {
  const { search, ...told } = filter;
  await context.write(async (tx) => {
    await demandExportApproval(tx, context, "cases", () => countExported(tx, context, filter));
    await recordAudit(
      tx,
      context,
      "case.exported",
      { kind: "case", id: null },
      { format, filter: told, isSearched: search !== undefined },
    );
  });
  await context.read(async (db) => {
    await sql`set local statement_timeout = 0`.execute(db);
    const headers = headersOf(context);
    const lines = linesOf(db, context, filter);
    if (format === "xlsx") {
      outlet.begin({ fileName: `cases-${context.today}.xlsx`, mediaType: workbook });
      const columns = headers.map((header) => ({ header }));
      const stream = writeXlsxStream(workbookRows(lines), { name: "cases", columns });
      for await (const chunk of stream) await outlet.write(chunk);
      return;
    }
    const isGbk = encoding === "gbk";
    const encode = (text: string) => (isGbk ? iconv.encode(text, "gbk") : text);
    outlet.begin({
      fileName: `cases-${context.today}.csv`,
      mediaType: `text/csv; charset=${encoding}`,
    });
    await outlet.write(encode((isGbk ? "" : utf8Mark) + csvLine(headers)));
    for await (const cells of lines) await outlet.write(encode(csvLine(cells)));
  });
};
