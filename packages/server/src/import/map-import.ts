import type { ImportBatchView } from "@mainstay/contract/import";
import { fieldsOfKind } from "@mainstay/domain/import/fields-of-kind";
import type { ImportOptions } from "@mainstay/domain/import/import-options";
import type { ColumnPlaces } from "@mainstay/domain/import/propose-mapping";
import { currencyFromWord } from "@mainstay/domain/money/currency";
import type { Context } from "../platform/access/context.ts";
import { refuseFields } from "../platform/http/field-problems.ts";
import { lockBatchFor } from "./demand-import-rights.ts";
import { changeBatch, findBatch } from "./import-batch-queries.ts";
import { presentBatch } from "./import-batch-view.ts";
import { dropRejections } from "./rejection-queries.ts";

/** Says which column is which and how amounts and days are read; a former dry run no longer counts then. */
export const mapImport = (
  context: Context,
  importId: string,
  input: { columns: ColumnPlaces; options?: Partial<ImportOptions> | undefined },
): Promise<ImportBatchView> =>
  context.write(async (tx) => {
    const batch = await lockBatchFor(tx, context, importId, "map");
    const known = new Set(fieldsOfKind(batch.kind).map(({ field }) => field));
    const wrong = Object.entries(input.columns).filter(
      ([field, place]) => !known.has(field) || place >= batch.header.length,
    );
    if (wrong.length > 0) {
      throw refuseFields(
        wrong.map(([field]) => ({
          in: "body",
          path: `columns.${field}`,
          problem: "wrong_form",
          params: {},
        })),
      );
    }
    const { defaultCurrency } = input.options ?? {};
    if (defaultCurrency !== undefined && currencyFromWord(defaultCurrency) === null) {
      throw refuseFields([
        { in: "body", path: "options.defaultCurrency", problem: "wrong_form", params: {} },
      ]);
    }
    await dropRejections(tx, context.tenantId, importId);
    await changeBatch(tx, context.tenantId, importId, {
      mapping: { columns: input.columns },
      options: { ...batch.options, ...input.options },
      status: "uploaded",
      failure: null,
      rows_total: null,
      rows_checked: 0,
      rows_rejected: 0,
      rows_skipped: 0,
    });
    const after = await findBatch(tx, context.tenantId, importId);
    return presentBatch(context.actor, context.workspace.baseCurrency, after ?? batch);
  });
