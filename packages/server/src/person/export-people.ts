import type { PersonFilter } from "@mainstay/contract/person-list";
import { personWords } from "@mainstay/phrases/person/person-words";
import { glossaryEn } from "@mainstay/phrases/glossary/en";
import { glossaryZh } from "@mainstay/phrases/glossary/zh";
import { writeXlsxStream } from "hucre/xlsx";
import iconv from "iconv-lite";
import { sql } from "kysely";
import { demandExportApproval } from "../approval/ask-access.ts";
import { csvLine, harmlessCell, utf8Mark } from "../import/csv-line.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Db } from "../platform/db/database-handles.ts";
import type { Outlet } from "../platform/http/serve-download.ts";
import { countPeople, listPersonRows } from "./person-list-queries.ts";

type Cells = (string | null)[];

const pageLength = 1_000;
const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const headersOf = ({ locale }: Context): string[] => {
  const words = personWords[locale];
  return [
    words.name,
    words.list.account,
    words.jobTitle,
    words.department,
    words.role,
    words.workPhone,
    words.workEmail,
    words.endsOn,
    words.list.lastContact,
    words.doorOpener,
  ];
};

/** One line a job, page by page along the list's own order; somebody without a job has their last one. */
async function* linesOf(db: Db, context: Context, filter: PersonFilter): AsyncGenerator<Cells> {
  const { actor, today, locale } = context;
  const roles = (locale === "en" ? glossaryEn : glossaryZh).buyingRole;
  const words = personWords[locale];
  let cursor: string | undefined;
  do {
    const page = await listPersonRows(db, actor, { filter, today, cursor, limit: pageLength });
    for (const row of page.items) {
      const mark = row.isDoorOpener ? words.doorOpener : null;
      const name = row.isPlaceholder ? `${row.name} (${words.placeholder})` : row.name;
      for (const job of row.jobs)
        yield [
          name,
          job.account.name,
          job.title,
          job.department,
          job.role && roles[job.role],
          job.workPhone,
          job.workEmail,
          job.endsOn,
          row.lastContactOn,
          mark,
        ];
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}

async function* workbookRows(lines: AsyncIterable<Cells>): AsyncGenerator<string[]> {
  for await (const cells of lines) yield cells.map((cell) => harmlessCell(cell ?? ""));
}

/**
 * Writes the list as it is filtered as CSV or XLSX, streamed: business facts only, headers in the reader's language, what a
 * spreadsheet would run made harmless. Who takes it is in the audit before the first byte leaves.
 */
export const exportPeople = async (
  context: Context,
  request: PersonFilter & { format: "csv" | "xlsx"; encoding: "utf-8" | "gbk" },
  outlet: Outlet,
): Promise<void> => {
  const { format, encoding, ...filter } = request;
  await context.write(async (tx) => {
    const { actor, today } = context;
    await demandExportApproval(tx, context, "people", () => countPeople(tx, actor, filter, today));
    const subject = { kind: "person", id: null };
    await recordAudit(tx, context, "person.exported", subject, { format, filter });
  });
  await context.read(async (db) => {
    await sql`set local statement_timeout = 0`.execute(db);
    const headers = headersOf(context);
    const lines = linesOf(db, context, filter);
    if (format === "xlsx") {
      outlet.begin({ fileName: `people-${context.today}.xlsx`, mediaType: workbook });
      const columns = headers.map((header) => ({ header }));
      const stream = writeXlsxStream(workbookRows(lines), { name: "people", columns });
      for await (const chunk of stream) await outlet.write(chunk);
      return;
    }
    const isGbk = encoding === "gbk";
    const encode = (text: string) => (isGbk ? iconv.encode(text, "gbk") : text);
    outlet.begin({
      fileName: `people-${context.today}.csv`,
      mediaType: `text/csv; charset=${encoding}`,
    });
    await outlet.write(encode((isGbk ? "" : utf8Mark) + csvLine(headers)));
    for await (const cells of lines) await outlet.write(encode(csvLine(cells)));
  });
};
