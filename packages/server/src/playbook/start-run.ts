import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { LifecycleStage } from "@mainstay/domain/lifecycle/lifecycle-stage";
import { planPlaybook } from "@mainstay/domain/playbook/plan-playbook";
import { sql } from "kysely";
import type { AuditAuthor } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { getCurrentVersion, keepShippedVersion } from "./playbook-queries.ts";
import { loadCalendarOfRun, planOf, saveStepTasks } from "./run-queries.ts";

/** Begins the playbook of a stage on an account: the steps whose day is known become tasks, the others wait for theirs. */
export const startRun = async (
  tx: Tx,
  author: AuditAuthor,
  { accountId, stage, on }: { accountId: string; stage: LifecycleStage; on: IsoDay },
): Promise<{ runId: string; version: number; steps: number }> => {
  const { tenantId } = author;
  await keepShippedVersion(tx, tenantId, stage);
  const { version, steps } = await getCurrentVersion(tx, tenantId, stage);
  const planned = planPlaybook(steps, on, await loadCalendarOfRun(tx, tenantId, on));
  const firm = planned.filter(({ isFirm }) => isFirm);
  const run = { id: newId(), account_id: accountId };
  await sql`
    insert into playbook_run (tenant_id, id, account_id, stage, version, started_on, plan, started_by)
    values (${tenantId}::uuid, ${run.id}::uuid, ${accountId}::uuid, ${stage}, ${version}, ${on}::date,
      ${JSON.stringify(planOf(firm))}::jsonb, ${author.actor?.userId ?? null}::uuid)`.execute(tx);
  await saveStepTasks(tx, author, run, steps, firm);
  return { runId: run.id, version, steps: firm.length };
};
