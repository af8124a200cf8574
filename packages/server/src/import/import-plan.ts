import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { type ImportOptions, usualImportOptions } from "@mainstay/domain/import/import-options";
import type { RowReading } from "@mainstay/domain/import/read-record";
import { sql } from "kysely";
import { workspaceToday } from "../platform/clock/workspace-today.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { readToBase, type ToBase } from "./exchange-rates.ts";
import type { ImportBatch } from "./import-batch-queries.ts";

/** What a whole batch is read and converted with; fixed when a job begins. */
export interface ImportPlan {
  readonly reading: RowReading;
  readonly options: ImportOptions;
  readonly toBase: ToBase;
  readonly baseCurrency: string;
}

const isText = ({ reading }: ImportBatch): boolean =>
  (reading as { format?: string } | null)?.format === "csv";

/** Puts together the mapping, the options and the workspace's currency and rates. */
export const planImport = async (
  db: Db,
  tenantId: string,
  batch: ImportBatch,
  now: Date,
): Promise<ImportPlan> => {
  const { rows } = await sql<{ base_currency: string }>`
    select base_currency from tenant where id = ${tenantId}::uuid`.execute(db);
  const baseCurrency = rows[0]?.base_currency ?? "CNY";
  const options = { ...usualImportOptions(baseCurrency), ...batch.options };
  const columns = batch.mapping.columns ?? {};
  const byName = columns.account === undefined && columns.accountName !== undefined;
  const settled: ImportOptions = byName ? { ...options, accountBy: "name" } : options;
  return {
    reading: {
      kind: batch.kind,
      header: batch.header,
      columns,
      options: settled,
      widest: isText(batch) ? batch.header.length : undefined,
      today: dayNumberFromIso(await workspaceToday(db, tenantId, now)) ?? 0,
    },
    options: settled,
    toBase: await readToBase(db, tenantId, baseCurrency),
    baseCurrency,
  };
};
