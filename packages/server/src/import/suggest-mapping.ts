import type { ImportKind } from "@mainstay/domain/import/import-kind";
import type { ImportOptions } from "@mainstay/domain/import/import-options";
import {
  type ColumnPlaces,
  headerSignature,
  proposeMapping,
} from "@mainstay/domain/import/propose-mapping";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { ImportBatch } from "./import-batch-queries.ts";
import type { FilePreview } from "./read-import-file.ts";

/** The mapping used for the last file with the same header, else what header and sample rows suggest. */
export const suggestMapping = async (
  tx: Tx,
  context: Context,
  kind: ImportKind,
  { header, sample }: FilePreview,
): Promise<{ mapping: ImportBatch["mapping"]; options: Partial<ImportOptions> }> => {
  const proposed = proposeMapping(kind, header, sample);
  const { rows } = await sql<{ mapping: ColumnPlaces; options: Partial<ImportOptions> }>`
    select mapping, options from import_mapping where tenant_id = ${context.tenantId}::uuid and kind = ${kind}
      and header_signature = ${headerSignature(header)}`.execute(tx);
  const remembered = rows[0];
  if (remembered)
    return {
      mapping: { columns: remembered.mapping, remembered: true },
      options: remembered.options,
    };
  return { mapping: { columns: proposed.columns }, options: proposed.options };
};

/** Remembers how a file with this header was read, for the next one. */
export const rememberMapping = (tx: Tx, tenantId: string, batch: ImportBatch): Promise<unknown> =>
  sql`
    insert into import_mapping (tenant_id, kind, header_signature, mapping, options)
    values (${tenantId}::uuid, ${batch.kind}, ${headerSignature(batch.header)}, ${JSON.stringify(batch.mapping.columns ?? {})}::jsonb,
      ${JSON.stringify(batch.options)}::jsonb)
    on conflict (tenant_id, kind, header_signature) do update set mapping = excluded.mapping, options = excluded.options,
      used_at = now()`.execute(tx);
