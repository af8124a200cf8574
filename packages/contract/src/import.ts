import { importKinds, importStatuses } from "@mainstay/domain/import/import-kind";
import { accountKeys, amountUnits, anonymousRules } from "@mainstay/domain/import/import-options";
import { rowRefusals } from "@mainstay/domain/import/row-refusal";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { currency, id, instant, nothing, page, pageQuery, reason, text } from "./endpoint/wire.ts";

/** How the bytes of the file were understood; shown with a preview and a switch. */
export const FileReading = z.object({
  format: z.enum(["csv", "xlsx"]),
  encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "gb18030", "windows-1252"]).nullable(),
  delimiter: z.enum([",", ";", "\t", "|", "blank"]).nullable(),
  sheet: z.string().nullable(),
  /** Which row holds the headers, from 1; null when the file has none. */
  headerRow: z.int().min(1).max(100).nullable(),
});
export type FileReading = z.infer<typeof FileReading>;

/** How amounts, days and anonymous rows are read where the file does not say. */
export const ImportOptionsView = z.object({
  defaultCurrency: currency,
  dayOrder: z.enum(["day_first", "month_first"]),
  amountUnit: z.enum(amountUnits),
  decimalMark: z.enum(["auto", ".", ","]),
  anonymous: z.enum(anonymousRules),
  accountBy: z.enum(accountKeys),
});

/** Field → place of its column, from 0. */
export const ColumnPlaces = z.record(text(40), z.int().min(0).max(16_383));

export const ImportBatchView = z.object({
  id,
  kind: z.enum(importKinds),
  source: z.enum(["file", "api", "demo"]),
  status: z.enum(importStatuses),
  fileName: z.string(),
  fileBytes: z.int(),
  fileSha256: z.string(),
  reading: FileReading.nullable(),
  header: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  mapping: ColumnPlaces,
  missingFields: z.array(z.string()),
  isMappingRemembered: z.boolean(),
  options: ImportOptionsView,
  rowsTotal: z.int().nullable(),
  rowsChecked: z.int(),
  rowsDone: z.int(),
  rowsRejected: z.int(),
  rowsSkipped: z.int(),
  recordsCreated: z.int(),
  recordsUpdated: z.int(),
  failure: reason.nullable(),
  /** Sensitive rows reach the criminal line (in percent of it): compliance has to say yes before the takeover. */
  bulkWarning: z
    .object({ percent: z.int(), rows: z.int(), acknowledgedBy: z.string().nullable() })
    .nullable(),
  createdBy: z.string().nullable(),
  createdAt: instant,
  committedAt: instant.nullable(),
  undoneAt: instant.nullable(),
  can: z.object({
    map: z.boolean(),
    check: z.boolean(),
    commit: z.boolean(),
    retry: z.boolean(),
    undo: z.boolean(),
    discard: z.boolean(),
  }),
});
export type ImportBatchView = z.infer<typeof ImportBatchView>;

/** One refused row: where it stands, why, and what stood there. */
export const RejectionView = z.object({
  line: z.int(),
  code: z.enum(rowRefusals),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  cells: z.array(z.string()),
});
export type RejectionView = z.infer<typeof RejectionView>;

const params = z.object({ importId: id });
const act = { allow: "import.run", params, response: ImportBatchView } as const;

export const imports = {
  list: endpoint({
    id: "imports.list",
    method: "GET",
    path: "/imports",
    allow: "import.view",
    summary: "Import batches, newest first",
    query: z.object(pageQuery),
    response: page(ImportBatchView),
  }),
  get: endpoint({
    id: "imports.get",
    method: "GET",
    path: "/imports/:importId",
    allow: "import.view",
    summary: "One batch with its progress",
    params,
    response: ImportBatchView,
  }),
  rejections: endpoint({
    id: "imports.rejections",
    method: "GET",
    path: "/imports/:importId/rejections",
    allow: "import.view",
    summary: "Refused rows in file order",
    params,
    query: z.object(pageQuery),
    response: page(RejectionView),
  }),
  rejectionsFile: endpoint({
    id: "imports.rejectionsFile",
    method: "GET",
    path: "/imports/:importId/rejections.csv",
    allow: "import.view",
    summary: "Refused rows as CSV: line, reason in the reader's language, the cells as they were",
    params,
    response: nothing,
    download: "text/csv",
  }),
  events: endpoint({
    id: "imports.events",
    method: "GET",
    path: "/imports/:importId/events",
    allow: "import.view",
    summary: "The batch as server-sent events while a job is at work; ends when it rests",
    params,
    response: nothing,
    download: "text/event-stream",
  }),
  upload: endpoint({
    id: "imports.upload",
    method: "POST",
    path: "/imports",
    allow: "import.run",
    summary:
      "Upload a CSV or XLSX file (multipart/form-data, one file) and have it read for mapping",
    query: z.object({ kind: z.enum(importKinds) }),
    response: ImportBatchView,
    status: 201,
    upload: true,
  }),
  read: endpoint({
    ...act,
    id: "imports.read",
    method: "PUT",
    path: "/imports/:importId/reading",
    summary: "Read the file another way: encoding, delimiter, sheet, header row",
    body: FileReading.omit({ format: true }).partial(),
  }),
  map: endpoint({
    ...act,
    id: "imports.map",
    method: "PUT",
    path: "/imports/:importId/mapping",
    summary: "Say which column is which, and how amounts and days are read",
    body: z.object({ columns: ColumnPlaces, options: ImportOptionsView.partial().optional() }),
  }),
  check: endpoint({
    ...act,
    id: "imports.check",
    method: "POST",
    path: "/imports/:importId/check",
    summary: "Dry run: check every row, save nothing",
    status: 202,
  }),
  commit: endpoint({
    ...act,
    id: "imports.commit",
    method: "POST",
    path: "/imports/:importId/commit",
    summary: "Take the good rows over in the background",
    status: 202,
  }),
  undo: endpoint({
    ...act,
    id: "imports.undo",
    method: "POST",
    path: "/imports/:importId/undo",
    summary: "Take back what the batch brought, unless something later depends on it",
    status: 202,
  }),
  discard: endpoint({
    ...act,
    id: "imports.discard",
    method: "DELETE",
    path: "/imports/:importId",
    summary: "Forget an upload that was never committed",
    response: nothing,
    status: 204,
  }),
};
