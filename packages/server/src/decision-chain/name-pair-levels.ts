import { isPermitted } from "@mainstay/domain/access/permission";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { listPairLevelNames } from "./pair-queries.ts";

export const readPairLevelNames = async (db: Db, context: Context) => ({
  names: await listPairLevelNames(db, context.tenantId),
  can: { edit: isPermitted(context.actor, "setting.edit") },
});

/** Gives the six steps the workspace's own names; null brings the usual word back. */
export const namePairLevels = (context: Context, names: readonly (string | null)[]) =>
  context.write(async (tx) => {
    const { tenantId } = context;
    await tx.deleteFrom("pair_level_name").where("tenant_id", "=", tenantId).execute();
    const rows = names.flatMap((name, index) =>
      name === null ? [] : [{ tenant_id: tenantId, level: index + 1, name }],
    );
    if (rows.length > 0) await tx.insertInto("pair_level_name").values(rows).execute();
    const subject = { kind: "workspace", id: tenantId };
    await recordAudit(tx, context, "pair_level.named", subject, { names: [...names] });
    return readPairLevelNames(tx, context);
  });
