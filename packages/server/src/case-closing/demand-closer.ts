import type { Context } from "../platform/access/context.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { type ClosingRecord, lockForClosing } from "./closing-record.ts";

/** The case in sight, locked, for somebody who works on it; whoever it complains about does nothing to its closing. */
export const demandCloser = async (
  tx: Tx,
  { tenantId, actor }: Context,
  caseId: string,
): Promise<ClosingRecord> => {
  const record = await lockForClosing(tx, tenantId, caseId);
  if (!record) throw new AppError("case.not_found");
  if (record.complained_user_ids.includes(actor.userId)) throw new AppError("access.not_permitted");
  return record;
};
