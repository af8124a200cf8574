import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";
import { enqueueRobot } from "./enqueue-digests.ts";

/**
 * Keeps the news for every robot that passes its kind on: of all accounts, or of those whose manager stands in the robot's
 * department or below it. Once a robot, whoever else hears it.
 */
export const passToRobots = async (tx: Tx, tenantId: TenantId, rows: string): Promise<void> => {
  const waiting = await seeingAll(tx, async () => {
    const known = await tx
      .selectFrom("robot")
      .select("id")
      .where("tenant_id", "=", tenantId)
      .where("is_paused", "=", false)
      .limit(1)
      .execute();
    if (known.length === 0) return [];
    const { rows: kept } = await sql<{ robot_id: string }>`
      with recursive place (robot_id, department_id) as (
        select id, department_id from robot
        where tenant_id = ${tenantId}::uuid and scope = 'department' and department_id is not null
        union
        select place.robot_id, d.id from place
        join department d on d.tenant_id = ${tenantId}::uuid and d.parent_id = place.department_id)
      insert into robot_message (tenant_id, id, robot_id, kind, subject_kind, subject_id, account_id, reason, dedupe_key,
        next_try_at, created_at)
      select r.tenant_id, gen_random_uuid(), r.id, n.kind, n.subject_kind, n.subject_id, n.account_id, n.reason,
        n.dedupe_key, timestamptz 'epoch', clock_timestamp()
      from jsonb_to_recordset(${rows}::jsonb) as n (kind text, subject_kind text, subject_id uuid, account_id uuid,
        reason jsonb, dedupe_key text)
      join robot r on r.tenant_id = ${tenantId}::uuid and not r.is_paused and n.kind = any(r.kinds)
      where r.scope = 'all' or exists (
        select 1 from account a
        join app_user m on m.tenant_id = a.tenant_id and m.id = a.manager_user_id
        join place on place.robot_id = r.id and place.department_id = m.department_id
        where a.tenant_id = r.tenant_id and a.id = n.account_id)
      on conflict do nothing
      returning robot_id`.execute(tx);
    return [...new Set(kept.map(({ robot_id }) => robot_id))];
  });
  for (const robotId of waiting) await enqueueRobot(tx, tenantId, robotId);
};
