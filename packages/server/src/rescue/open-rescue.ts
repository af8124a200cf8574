import type { RescueView } from "@mainstay/contract/rescue";
import { rescueAbilities } from "@mainstay/domain/rescue/rescue-policy";
import { sql } from "kysely";
import { findAccount } from "../account/account-queries.ts";
import { teamOf } from "../account/account-view.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { changeSignal, getSignalView, lockSignal } from "../signal/signal-queries.ts";
import { demandTaskOwner } from "../task/demand-task-owner.ts";
import { getRescueView } from "./rescue-view.ts";

interface RescueDraft {
  readonly signalId: string | null;
  readonly goal: string;
  readonly stakeMinor?: number | undefined;
  readonly ownerUserId?: string | null | undefined;
}

/** The signal it is opened for, which whoever opens thereby takes care of. */
const takeSignal = async (tx: Tx, context: Context, accountId: string, signalId: string) => {
  const { tenantId, actor, now } = context;
  if (!(await lockSignal(tx, tenantId, signalId))) throw new AppError("signal.not_found");
  const signal = await getSignalView(tx, actor, signalId);
  if (signal.account.id !== accountId) throw new AppError("signal.not_found");
  if (signal.status === "resolved")
    throw new AppError("signal.not_allowed_now", { status: signal.status });
  if (signal.can.acknowledge) {
    await changeSignal(tx, tenantId, signal, {
      status: "acknowledged",
      acknowledged_by: actor.userId,
      acknowledged_at: now,
    });
    await recordAudit(
      tx,
      context,
      "signal.acknowledged",
      { kind: "signal", id: signalId },
      {
        accountId,
        kind: signal.kind,
      },
    );
  }
  return signal;
};

const valueAtRisk = async (tx: Tx, tenantId: string, accountId: string): Promise<number> => {
  const { rows } = await sql<{ minor: number }>`
    select value_at_risk_minor as minor from account_standing
    where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid`.execute(tx);
  return rows[0]?.minor ?? 0;
};

/**
 * Begins a rescue: what it is to reach, and what is at stake today (the signal's money, else the account's value at risk). One
 * runs on an account at a time; its signal is thereby taken.
 */
export const openRescue = (
  context: Context,
  accountId: string,
  draft: RescueDraft,
): Promise<RescueView> =>
  context.write(async (tx) => {
    const { tenantId, actor, today, now } = context;
    const account = await findAccount(tx, tenantId, accountId);
    if (!account) throw new AppError("account.not_found");
    if (!rescueAbilities(actor, teamOf(account), "running").edit)
      throw new AppError("access.not_permitted");
    if (draft.ownerUserId) await demandTaskOwner(tx, tenantId, draft.ownerUserId);
    const signal = draft.signalId ? await takeSignal(tx, context, accountId, draft.signalId) : null;
    const stakeMinor =
      draft.stakeMinor ??
      (signal && signal.moneyAtStakeMinor > 0
        ? signal.moneyAtStakeMinor
        : await valueAtRisk(tx, tenantId, accountId));
    const id = newId();
    const { rows } = await sql`
      insert into rescue (tenant_id, id, account_id, signal_id, goal, stake_minor, owner_user_id, opened_by, opened_on, updated_at)
      values (${tenantId}::uuid, ${id}::uuid, ${accountId}::uuid, ${signal?.id ?? null}::uuid, ${draft.goal}, ${stakeMinor}::bigint,
        ${draft.ownerUserId ?? signal?.owner?.id ?? account.manager_user_id ?? actor.userId}::uuid, ${actor.userId}::uuid,
        ${today}::date, ${now}::timestamptz)
      on conflict (tenant_id, account_id) where status = 'running' do nothing returning id`.execute(
      tx,
    );
    if (rows.length === 0) throw new AppError("rescue.already_running");
    await recordAudit(
      tx,
      context,
      "rescue.opened",
      { kind: "rescue", id },
      {
        accountId,
        signalId: signal?.id ?? null,
      },
    );
    return getRescueView(tx, actor, id);
  });
