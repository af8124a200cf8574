import { importVoice, rejectionWords } from "@mainstay/phrases/import/rejection-words";
import type { Context } from "../platform/access/context.ts";
import { recordRead } from "../platform/audit/record-read.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { Outlet } from "../platform/http/serve-download.ts";
import { csvLine, utf8Mark } from "./csv-line.ts";
import { findBatch } from "./import-batch-queries.ts";
import { listRejections } from "./rejection-queries.ts";

const rowsAtOnce = 2_000;

/** Writes the refused rows as CSV: line, reason in the reader's language, then the row as it stood, formulas tamed. */
export const writeRejections = async (
  context: Context,
  importId: string,
  outlet: Outlet,
): Promise<void> => {
  const batch = await context.read((db) => findBatch(db, context.tenantId, importId));
  if (!batch) throw new AppError("import.not_found");
  const { kind, file_name: fileName } = batch;
  await recordRead(
    context,
    "rejection.exported",
    { kind: "import", id: importId },
    { kind, fileName },
  );
  const voice = importVoice(context.locale);
  const word = (key: string) => String(voice.t(`import.${key}` as never));
  outlet.begin({
    fileName: String(
      voice.t("import.errors.fileName" as never, { file: batch.file_name } as never),
    ),
    mediaType: "text/csv; charset=utf-8",
  });
  await outlet.write(
    utf8Mark + csvLine([word("errors.line"), word("errors.reason"), ...batch.header]),
  );
  let after = -1;
  for (;;) {
    const from = after;
    const rows = await context.read((db) =>
      listRejections(db, context.tenantId, importId, from, rowsAtOnce),
    );
    if (rows.length === 0) return;
    await outlet.write(
      rows
        .map(({ line, code, params, cells }) =>
          csvLine([line, rejectionWords(context.locale, code, params), ...cells]),
        )
        .join(""),
    );
    after = rows.at(-1)?.line ?? after;
  }
};
