import { parseArgs } from "node:util";
import { type ErrorCode, errorCodes } from "@mainstay/contract/error/error-codes";
import { type RecordKind, recordKinds } from "@mainstay/domain/import/import-kind";
import { errorWords } from "@mainstay/phrases/error/error-words";
import { importVoice, rejectionWords } from "@mainstay/phrases/import/rejection-words";
import type { Locale } from "@mainstay/phrases/locale";
import type { ImportBatch } from "../import/import-batch-queries.ts";
import { importLocalFile, MappingProblem } from "../import/import-local-file.ts";
import { listRejections } from "../import/rejection-queries.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { JobContext } from "../platform/jobs/job-registry.ts";
import { chooseLanguage } from "./choose-language.ts";
import { withWorkspace } from "./with-workspace.ts";

const usage = `Usage: mainstay import FILE --kind ${recordKinds.join("|")} [--map field=header,…] [--tenant ID]`;
const namedRejections = 50;

const readMap = (text: string | undefined): Record<string, string> =>
  Object.fromEntries(
    (text ?? "")
      .split(",")
      .filter(Boolean)
      .map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
  );

const report = async (context: JobContext, batch: ImportBatch, locale: Locale): Promise<number> => {
  const word = (key: string) => String(importVoice(locale).t(`import.${key}` as never));
  if (batch.failure) {
    const code =
      batch.failure.code in errorCodes ? (batch.failure.code as ErrorCode) : "server.failed";
    console.error(errorWords(code, locale, batch.failure.params));
    return 1;
  }
  const taken = batch.rows_done - batch.rows_rejected - batch.rows_skipped;
  const counts: [string, number][] = [
    ["batch.taken", taken],
    ["batch.created", batch.records_created],
    ["batch.updated", batch.records_updated],
    ["batch.skipped", batch.rows_skipped],
    ["batch.rejected", batch.rows_rejected],
  ];
  for (const [key, count] of counts) console.log(`${word(key)}: ${count}`);
  const refused = await context.read((db) =>
    listRejections(db, context.tenantId, batch.id, -1, namedRejections),
  );
  for (const { line, code, params } of refused) {
    console.error(`${word("errors.line")} ${line}: ${rejectionWords(locale, code, params)}`);
  }
  if (batch.rows_rejected > refused.length) console.error(`… ${batch.rows_rejected}`);
  return batch.rows_rejected > 0 ? 1 : 0;
};

const explain = (error: unknown, locale: Locale): string => {
  if (error instanceof AppError) return errorWords(error.code, locale, error.params);
  if (!(error instanceof MappingProblem))
    return error instanceof Error ? error.message : String(error);
  const voice = importVoice(locale);
  const missing = error.missing.map((field) => String(voice.t(`import.fields.${field}` as never)));
  return `${errorWords("import.mapping_incomplete", locale)} ${[...missing, ...error.unknown].join(", ")}`;
};

/** `mainstay import FILE --kind …`: takes a file over like the Imports page; refused rows are named by line. */
export const runImport = async (args: string[]): Promise<number> => {
  let parsed: ReturnType<typeof read>;
  try {
    parsed = read(args);
  } catch {
    console.error(usage);
    return 2;
  }
  const { values, positionals } = parsed;
  const [file] = positionals;
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (!file || positionals.length > 1 || !recordKinds.includes(values.kind as RecordKind)) {
    console.error(usage);
    return 2;
  }
  const locale = chooseLanguage(values.lang, process.env, []);
  return withWorkspace(values.tenant, async (context) => {
    try {
      const batch = await importLocalFile(
        context,
        values.kind as RecordKind,
        file,
        readMap(values.map),
      );
      return await report(context, batch, locale);
    } catch (error) {
      console.error(explain(error, locale));
      return 1;
    }
  });
};

const read = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      kind: { type: "string", default: "order" },
      map: { type: "string" },
      tenant: { type: "string" },
      lang: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
