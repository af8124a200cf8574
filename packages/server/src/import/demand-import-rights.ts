import { importAbilities, type ImportAbilities } from "@mainstay/domain/import/import-policy";
import type { ImportKind } from "@mainstay/domain/import/import-kind";
import type { Context } from "../platform/access/context.ts";
import { demandPermission } from "../platform/access/demand.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { type ImportBatch, isHeldBack, lockBatch } from "./import-batch-queries.ts";
import { isMapped } from "./import-batch-view.ts";

/** An import reaches every account, so whoever sees only their own may not run one. */
export const demandSeesAll = (context: Context): void => {
  if (context.actor.visibility !== "all") throw new AppError("access.not_permitted");
};

/** What running an import of this kind needs beside its permission: facts about people also the right to enter one. */
export const demandImportRights = (context: Context, kind: ImportKind): void => {
  demandSeesAll(context);
  if (kind === "fact") demandPermission(context, "fact.edit");
};

/** The batch, locked, if the actor may do this to it now; else not found, not permitted or not now. */
export const lockBatchFor = async (
  tx: Tx,
  context: Context,
  importId: string,
  act: keyof ImportAbilities,
): Promise<ImportBatch> => {
  demandSeesAll(context);
  const batch = await lockBatch(tx, context.tenantId, importId);
  if (!batch) throw new AppError("import.not_found");
  demandImportRights(context, batch.kind);
  const { status, source } = batch;
  const mapped = isMapped(batch);
  if (
    (act === "check" || act === "commit") &&
    !mapped &&
    ["uploaded", "checked"].includes(status)
  ) {
    throw new AppError("import.mapping_incomplete");
  }
  if (act === "commit" && isHeldBack(batch)) {
    throw new AppError("fact.bulk_not_acknowledged", {
      percent: batch.bulk_warning?.percent ?? 100,
    });
  }
  if (!importAbilities(context.actor, { status, source, isMapped: mapped })[act]) {
    throw new AppError("import.not_allowed_now", { status });
  }
  return batch;
};
