import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { type LifecycleStage, lifecycleStages } from "@mainstay/domain/lifecycle/lifecycle-stage";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { enterStage } from "../lifecycle/enter-stage.ts";
import type { AuditAuthor } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { continueRuns } from "../playbook/continue-runs.ts";

/** Where each key account stands and for how many days; the last one is core and waits to be taken in. */
const standings: readonly (readonly [stage: LifecycleStage, days: number])[] = [
  ["stable", 120],
  ["onboarding", 24],
  ["deep", 210],
  ["stable", 64],
  ["onboarding", 52],
  ["symbiosis", 300],
  ["stable", 196],
  ["deep", 96],
  ["onboarding", 131],
  ["stable", 33],
  ["deep", 330],
  ["onboarding", 10],
  ["stable", 151],
  ["stable", 240],
  ["deep", 58],
  ["symbiosis", 141],
  ["onboarding", 75],
  ["stable", 88],
  ["stable", 12],
  ["onboarding", 38],
  ["deep", 404],
];

/** How long an account stayed in each stage before its present one, in days. */
const stays: Readonly<Record<LifecycleStage, number>> = {
  onboarding: 95,
  stable: 276,
  deep: 735,
  symbiosis: 0,
};

/** The stages before the present one, each from the day the one before it ended. */
const saveEarlierStages = async (
  tx: Tx,
  tenantId: TenantId,
  accountId: string,
  stage: LifecycleStage,
  since: DayNumber,
): Promise<void> => {
  const rows = [];
  let until = since;
  for (const earlier of lifecycleStages.slice(0, lifecycleStages.indexOf(stage)).toReversed()) {
    const from = until - stays[earlier];
    rows.push({
      id: newId(),
      stage: earlier,
      entered_on: isoFromDayNumber(from),
      left_on: isoFromDayNumber(until),
      how: earlier === "onboarding" ? "became_core" : "proposal",
    });
    until = from;
  }
  await sql`
    insert into stage_entry (tenant_id, id, account_id, stage, entered_on, left_on, how)
    select ${tenantId}::uuid, e.id, ${accountId}::uuid, e.stage, e.entered_on, e.left_on, e.how
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e (id uuid, stage text, entered_on date, left_on date, how text)`.execute(
    tx,
  );
};

/** Steps whose day has passed are done, save for some that were skipped and a few that are late. */
const finishPastSteps = async (tx: Tx, tenantId: TenantId, today: string): Promise<string[]> => {
  await sql`
    update task k set
      status = case when p.place % 9 = 4 then 'dropped' else 'done' end,
      done_at = case when p.place % 9 = 4 then null else (k.due_on + time '15:30') at time zone 'Asia/Shanghai' end,
      dropped_at = case when p.place % 9 = 4 then (k.due_on + time '15:30') at time zone 'Asia/Shanghai' end,
      skip_reason = case when p.place % 9 = 4 then
        (array['客户希望放到下季度再做', '已在季度会上一并完成', '对方联系人出差，改为邮件沟通'])[1 + p.place % 3] end
    from (select id, row_number() over (order by origin_id, due_on, step_key) as place from task
      where tenant_id = ${tenantId}::uuid and origin = 'playbook' and status = 'open' and due_on < ${today}::date) p
    where k.tenant_id = ${tenantId}::uuid and k.id = p.id
      and not (p.place % 7 = 3 and k.due_on > ${today}::date - 16)`.execute(tx);
  const { rows } = await sql<{ id: string }>`
    update playbook_run r set finished = f.finished
    from (select origin_id, jsonb_object_agg(step_key, due_on) as finished, min(id::text) as task_id from task
      where tenant_id = ${tenantId}::uuid and origin = 'playbook' and status <> 'open' group by origin_id) f
    where r.tenant_id = ${tenantId}::uuid and r.id = f.origin_id returning f.task_id as id`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
};

/** Spreads the demo's key accounts over the stages of their life with us, each with its playbook part done. */
export const saveDemoStages = async (
  tx: Tx,
  author: AuditAuthor & { tenantId: TenantId },
  keyAccountIds: readonly string[],
  today: DayNumber,
): Promise<void> => {
  const { tenantId } = author;
  const on = isoFromDayNumber(today);
  for (const [index, [stage, days]] of standings.entries()) {
    const accountId = keyAccountIds[index];
    if (accountId === undefined) continue;
    const since = today - days;
    await saveEarlierStages(tx, tenantId, accountId, stage, since);
    const because =
      stage === "onboarding"
        ? { how: "became_core" as const, criteria: [{ code: "stage.became_core", params: {} }] }
        : { how: "proposal" as const };
    await enterStage(tx, author, accountId, stage, { because, on: isoFromDayNumber(since) });
  }
  // What followed a finished step may itself lie in the past.
  for (let round = 0; round < 2; round++)
    await continueRuns(tx, author, await finishPastSteps(tx, tenantId, on), on);
};
