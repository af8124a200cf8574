import type { PasskeyView } from "@mainstay/contract/passkey";
import type { Context } from "../platform/access/context.ts";
import { demandSession } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { deletePasskey, renamePasskeyRow } from "./passkey-queries.ts";
import { presentPasskey } from "./present-passkey.ts";

/** Gives one of one's own passkeys another name. */
export const renamePasskey = (context: Context, id: string, name: string): Promise<PasskeyView> => {
  demandSession(context);
  const { tenantId, actor } = context;
  return context.write(async (tx) => {
    const row = await renamePasskeyRow(tx, tenantId, actor.userId, id, name);
    if (!row) throw new AppError("passkey.not_found");
    await recordAudit(tx, context, "passkey.renamed", { kind: "passkey", id }, { name });
    return presentPasskey(row);
  });
};

/** Removes one of one's own passkeys; it signs in no more. Sessions it began go on until they are ended. */
export const removePasskey = (context: Context, id: string): Promise<void> => {
  demandSession(context);
  const { tenantId, actor } = context;
  return context.write(async (tx) => {
    if (!(await deletePasskey(tx, tenantId, actor.userId, id))) {
      throw new AppError("passkey.not_found");
    }
    await recordAudit(tx, context, "passkey.removed", { kind: "passkey", id });
  });
};
