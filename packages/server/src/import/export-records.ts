import type { ImportKind } from "@mainstay/domain/import/import-kind";
import { importVoice } from "@mainstay/phrases/import/rejection-words";
import iconv from "iconv-lite";
import { sql } from "kysely";
import pg from "pg";
import type { Context } from "../platform/access/context.ts";
import { copyOutBatches } from "../platform/db/copy-out.ts";
import type { Outlet } from "../platform/http/serve-download.ts";
import { csvLine, utf8Mark } from "./csv-line.ts";
import { exportSelect } from "./export-select.ts";

/**
 * Writes every record of a kind that the actor may see as CSV, streamed from the database: headers in the reader's
 * language (the import recognises them), amounts in major units beside their currency, formulas tamed.
 */
export const exportRecords = (
  context: Context,
  kind: ImportKind,
  query: { encoding: "utf-8" | "gbk"; from?: string | undefined; to?: string | undefined },
  outlet: Outlet,
): Promise<void> =>
  context.read(async (db) => {
    await sql`set local statement_timeout = 0`.execute(db);
    const voice = importVoice(context.locale);
    const { fields, select } = exportSelect(kind, pg.escapeLiteral(context.tenantId), query);
    const encode = (text: string) => (query.encoding === "gbk" ? iconv.encode(text, "gbk") : text);
    const charset = query.encoding === "gbk" ? "gbk" : "utf-8";
    outlet.begin({
      fileName: `${kind}-${context.today}.csv`,
      mediaType: `text/csv; charset=${charset}`,
    });
    const header = csvLine(
      fields.map((field) => String(voice.t(`import.fields.${field}` as never))),
    );
    await outlet.write(encode((query.encoding === "gbk" ? "" : utf8Mark) + header));
    for await (const rows of copyOutBatches(db, select)) {
      await outlet.write(encode(rows.map(csvLine).join("")));
    }
  });
