import type { Reason } from "@mainstay/contract/endpoint/wire";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { LifecycleStage } from "@mainstay/domain/lifecycle/lifecycle-stage";
import type { StageEntryWay } from "@mainstay/domain/lifecycle/stage-entry";
import { sql } from "kysely";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import { type AuditAuthor, recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { startRun } from "../playbook/start-run.ts";
import { stopRun } from "../playbook/stop-run.ts";

/** Why an account enters a stage: in what way, a person's words where one decided, what the criteria said. */
export interface StageBecause {
  readonly how: StageEntryWay;
  readonly reason?: string;
  readonly criteria?: readonly Reason[];
}

interface Present {
  lifecycle_stage: LifecycleStage | null;
  lifecycle_stage_since: IsoDay | null;
}

/** Takes the account and its present stage for this transaction; `account.not_found` when it is not there for this actor. */
export const lockStage = async (tx: Tx, tenantId: string, accountId: string): Promise<Present> => {
  const { rows } = await sql<Present>`
    select lifecycle_stage, lifecycle_stage_since from account
    where tenant_id = ${tenantId}::uuid and id = ${accountId}::uuid for no key update`.execute(tx);
  if (!rows[0]) throw new AppError("account.not_found");
  return rows[0];
};

/** Ends the present stage on a day: its entry is closed, its playbook stops with the reason. */
export const endStage = async (
  tx: Tx,
  author: AuditAuthor,
  accountId: string,
  { on, reason }: { on: IsoDay; reason: string },
): Promise<{ stopped: number }> => {
  await sql`
    update stage_entry set left_on = ${on}::date
    where tenant_id = ${author.tenantId}::uuid and account_id = ${accountId}::uuid and left_on is null`.execute(
    tx,
  );
  const stopped = await stopRun(tx, author, { accountId, on, reason });
  return { stopped: stopped?.stopped ?? 0 };
};

/**
 * Puts an account into a stage from a day on: keeps it in the history, stops what is open of the stage it leaves and begins
 * the playbook of the new one, all in the caller's transaction. Refuses the stage it is in (`lifecycle.already_there`) and
 * a day before it entered that (`lifecycle.day_before_last`).
 */
export const enterStage = async (
  tx: Tx,
  author: AuditAuthor,
  accountId: string,
  stage: LifecycleStage,
  { because, on }: { because: StageBecause; on: IsoDay },
): Promise<{ runId: string }> => {
  const { tenantId } = author;
  const present = await lockStage(tx, tenantId, accountId);
  if (present.lifecycle_stage === stage) throw new AppError("lifecycle.already_there", { stage });
  if (present.lifecycle_stage_since !== null && on < present.lifecycle_stage_since)
    throw new AppError("lifecycle.day_before_last", { since: present.lifecycle_stage_since });
  const reason = because.reason ?? "";
  const { stopped } = await endStage(tx, author, accountId, { on, reason });
  await sql`
    insert into stage_entry (tenant_id, id, account_id, stage, entered_on, how, reason, criteria, entered_by)
    values (${tenantId}::uuid, ${newId()}::uuid, ${accountId}::uuid, ${stage}, ${on}::date, ${because.how}, ${reason},
      ${JSON.stringify(because.criteria ?? [])}::jsonb, ${author.actor?.userId ?? null}::uuid)`.execute(
    tx,
  );
  await sql`
    update account set lifecycle_stage = ${stage}, lifecycle_stage_since = ${on}::date
    where tenant_id = ${tenantId}::uuid and id = ${accountId}::uuid`.execute(tx);
  const run = await startRun(tx, author, { accountId, stage, on });
  await recordAudit(
    tx,
    author,
    "lifecycle.entered",
    { kind: "account", id: accountId },
    {
      from: present.lifecycle_stage,
      stage,
      how: because.how,
      ...(reason && { reason }),
      on,
      playbookVersion: run.version,
      steps: run.steps,
      stopped,
    },
  );
  await enqueueCycleRound(tx, tenantId, accountId);
  return { runId: run.runId };
};
