import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { sql } from "kysely";
import type { AuditAuthor } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";

/**
 * Ends what runs on an account because its stage ends: open steps are dropped, each with the reason (a person's words, or
 * none where the stage changed by itself). Says how many.
 */
export const stopRun = async (
  tx: Tx,
  author: AuditAuthor,
  { accountId, on, reason }: { accountId: string; on: IsoDay; reason: string },
): Promise<{ runId: string; stopped: number } | null> => {
  const { rows } = await sql<{ id: string }>`
    update playbook_run set status = 'stopped', ended_on = greatest(${on}::date, started_on)
    where tenant_id = ${author.tenantId}::uuid and account_id = ${accountId}::uuid and status = 'running'
    returning id`.execute(tx);
  const run = rows[0];
  if (!run) return null;
  const stopped = await sql`
    update task set status = 'dropped', dropped_at = now(), skip_reason = nullif(${reason}, ''), version = version + 1
    where tenant_id = ${author.tenantId}::uuid and origin = 'playbook' and origin_id = ${run.id}::uuid and status = 'open'`.execute(
    tx,
  );
  return { runId: run.id, stopped: Number(stopped.numAffectedRows ?? 0) };
};
