import type { PauseView } from "@mainstay/contract/pause";
import type { Actor } from "@mainstay/domain/access/actor";
import { isPermitted, type Permission } from "@mainstay/domain/access/permission";
import type { Context } from "../platform/access/context.ts";
import { demandPermission } from "../platform/access/demand.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { queueEvaluation } from "../evaluation/request-evaluation.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import {
  deletePause,
  findPause,
  insertPause,
  type PauseRow,
  seesAccountRow,
} from "./pause-queries.ts";

/** A pause of everybody is a setting; one account's belongs to who may edit the account. */
const permissionFor = (accountId: string | null): Permission =>
  accountId === null ? "setting.edit" : "account.edit";

export const presentPause = (actor: Actor, row: PauseRow): PauseView => ({
  id: row.id,
  accountId: row.account_id,
  accountName: row.account_name,
  fromOn: row.from_on,
  toOn: row.to_on,
  reason: row.reason,
  can: { remove: isPermitted(actor, permissionFor(row.account_id)) },
});

/** Notes that nobody, or one account, trades for a while, so that silence then raises no warning. */
export const addPause = (
  context: Context,
  input: { accountId: string | null; fromOn: string; toOn: string; reason: string },
): Promise<PauseView> => {
  demandPermission(context, permissionFor(input.accountId));
  return context.write(async (tx) => {
    const { tenantId, actor } = context;
    const { accountId } = input;
    if (accountId !== null && !(await seesAccountRow(tx, tenantId, accountId))) {
      throw new AppError("account.not_found");
    }
    const id = newId();
    await insertPause(tx, tenantId, { ...input, id, recordedBy: actor.userId });
    await recordAudit(tx, context, "pause.added", { kind: "pause", id }, { ...input });
    await orderJudgement(tx, context, accountId);
    const row = await findPause(tx, tenantId, id);
    if (!row) throw new AppError("pause.not_found");
    return presentPause(actor, row);
  });
};

/** Takes a pause back. */
export const removePause = (context: Context, id: string): Promise<void> =>
  context.write(async (tx) => {
    const row = await findPause(tx, context.tenantId, id);
    if (!row) throw new AppError("pause.not_found");
    demandPermission(context, permissionFor(row.account_id));
    await deletePause(tx, context.tenantId, id);
    const detail = { accountId: row.account_id, fromOn: row.from_on, toOn: row.to_on };
    await recordAudit(tx, context, "pause.removed", { kind: "pause", id }, detail);
    await orderJudgement(tx, context, row.account_id);
  });

/** A pause changes what counts as silence: the account, or everybody, is judged anew. */
const orderJudgement = async (
  tx: Tx,
  context: Context,
  accountId: string | null,
): Promise<void> => {
  const { tenantId, actor, today } = context;
  if (accountId !== null)
    await enqueue(tx, "evaluate_accounts", { tenantId, accountIds: [accountId] });
  else
    await queueEvaluation(tx, tenantId, {
      trigger: "change",
      asOf: today,
      requestedBy: actor.userId,
    });
};
