import { rm } from "node:fs/promises";
import { sql } from "kysely";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Context } from "../platform/access/context.ts";
import { lockBatchFor } from "./demand-import-rights.ts";
import { storedPath } from "./stored-path.ts";

/** Forgets an upload that was never taken over, its file included. */
export const discardImport = async (
  context: Context,
  dataDir: string,
  importId: string,
): Promise<void> => {
  const storedAs = await context.write(async (tx) => {
    const batch = await lockBatchFor(tx, context, importId, "discard");
    await sql`delete from import_batch where tenant_id = ${context.tenantId}::uuid and id = ${importId}::uuid`.execute(
      tx,
    );
    await recordAudit(
      tx,
      context,
      "import.discarded",
      { kind: "import", id: importId },
      { fileName: batch.file_name },
    );
    return batch.stored_as;
  });
  await rm(storedPath(dataDir, storedAs), { force: true });
};
