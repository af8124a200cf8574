import type { RecordKind } from "@mainstay/domain/import/import-kind";
import { importVoice } from "@mainstay/phrases/import/rejection-words";
import type { Locale } from "@mainstay/phrases/locale";
import iconv from "iconv-lite";
import { sql } from "kysely";
import pg from "pg";
import type { Context } from "../platform/access/context.ts";
import { recordRead } from "../platform/audit/record-read.ts";
import { copyOutBatches } from "../platform/db/copy-out.ts";
import type { Db } from "../platform/db/database-handles.ts";
import type { Outlet } from "../platform/http/serve-download.ts";
import { csvLine, utf8Mark } from "./csv-line.ts";
import { exportSelect } from "./export-select.ts";

/** Which days, and in which encoding. */
export interface ExportRequest {
  readonly encoding: "utf-8" | "gbk";
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * Writes every record of a kind that the session may see as CSV, streamed from the database: headers in the reader's
 * language (the import recognises them), amounts in major units beside their currency, formulas tamed.
 */
export const writeRecordsAsCsv = async (
  db: Db,
  tenantId: string,
  locale: Locale,
  kind: RecordKind,
  request: ExportRequest,
  write: (chunk: string | Uint8Array) => Promise<void>,
): Promise<void> => {
  await sql`set local statement_timeout = 0`.execute(db);
  const voice = importVoice(locale);
  const { fields, select } = exportSelect(kind, pg.escapeLiteral(tenantId), request);
  const isGbk = request.encoding === "gbk";
  const encode = (text: string) => (isGbk ? iconv.encode(text, "gbk") : text);
  const header = csvLine(fields.map((field) => String(voice.t(`import.fields.${field}` as never))));
  await write(encode((isGbk ? "" : utf8Mark) + header));
  for await (const rows of copyOutBatches(db, select)) {
    await write(encode(rows.map(csvLine).join("")));
  }
};

/** Answers an export as a download; who took it is recorded before. */
export const exportRecords = async (
  context: Context,
  kind: RecordKind,
  request: ExportRequest,
  outlet: Outlet,
): Promise<void> => {
  await recordRead(context, "record.exported", { kind: "record", id: null }, { kind, ...request });
  await context.read(async (db) => {
    const mediaType = `text/csv; charset=${request.encoding}`;
    outlet.begin({ fileName: `${kind}-${context.today}.csv`, mediaType });
    await writeRecordsAsCsv(db, context.tenantId, context.locale, kind, request, (chunk) =>
      outlet.write(chunk),
    );
  });
};
