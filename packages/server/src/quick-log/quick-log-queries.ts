import type { QuickLogView } from "@mainstay/contract/quick-log";
import { sql } from "kysely";
import { findInteractionView } from "../interaction/interaction-queries.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";

/** How long its writer may take a quick log back. */
export const takeBackMinutes = 10;

export interface QuickLogRecord {
  client_ref: string;
  logged_at: Date;
  body_sha256: Buffer;
  interaction_id: string | null;
  interaction_on: string | null;
  calendar_entry_id: string | null;
  task_ids: string[];
  taken_back_at: Date | null;
}

/** Takes the writer's own quick log of this reference for this transaction; null when there is none. */
export const lockQuickLog = async (
  tx: Tx,
  tenantId: string,
  clientRef: string,
): Promise<QuickLogRecord | null> => {
  const { rows } = await sql<QuickLogRecord>`
    select client_ref, logged_at, body_sha256, interaction_id, interaction_on, calendar_entry_id, task_ids, taken_back_at
    from quick_log where tenant_id = ${tenantId}::uuid and client_ref = ${clientRef}::uuid for update`.execute(
    tx,
  );
  return rows[0] ?? null;
};

/** Claims the reference; false when it is taken, after waiting for a twin that is still on its way. */
export const claimClientRef = async (
  tx: Tx,
  log: { tenantId: string; clientRef: string; userId: string; at: Date; bodySha256: Buffer },
): Promise<boolean> => {
  const { rows } = await sql`
    insert into quick_log (tenant_id, client_ref, logged_by, logged_at, body_sha256)
    values (${log.tenantId}::uuid, ${log.clientRef}::uuid, ${log.userId}::uuid, ${log.at}, ${log.bodySha256})
    on conflict do nothing returning client_ref`.execute(tx);
  return rows.length === 1;
};

export const noteWhatItMade = (
  tx: Tx,
  tenantId: string,
  clientRef: string,
  made: {
    interaction_id: string | null;
    interaction_on: string | null;
    calendar_entry_id: string | null;
    task_ids: string[];
  },
) =>
  tx
    .updateTable("quick_log")
    .set(made)
    .where("tenant_id", "=", tenantId)
    .where("client_ref", "=", clientRef)
    .execute();

/** A quick log with what is left of what it made. */
export const toQuickLogView = async (
  db: Db,
  tenantId: string,
  log: QuickLogRecord,
): Promise<QuickLogView> => {
  const { rows: tasks } = await sql<QuickLogView["tasks"][number]>`
    select id, title, due_on as "dueOn" from task where tenant_id = ${tenantId}::uuid and id = any(${log.task_ids}::uuid[])
    order by due_on nulls last, id`.execute(db);
  const { rows: plans } = await sql<NonNullable<QuickLogView["plan"]>>`
    select id, kind, on_date as "onDate", title from calendar_entry
    where tenant_id = ${tenantId}::uuid and id = ${log.calendar_entry_id}::uuid`.execute(db);
  const { rows: met } = await sql<QuickLogView["met"]>`
    select (select count(*)::int from obligation
        where tenant_id = ${tenantId}::uuid and met_by_interaction_id = ${log.interaction_id}::uuid) as obligations,
      (select count(*)::int from task
        where tenant_id = ${tenantId}::uuid and met_by_interaction_id = ${log.interaction_id}::uuid) as tasks`.execute(
    db,
  );
  const { interaction_id: id, interaction_on: on } = log;
  return {
    clientRef: log.client_ref,
    loggedAt: log.logged_at.toISOString(),
    interaction: id && on ? await findInteractionView(db, tenantId, on, id) : null,
    plan: plans[0] ?? null,
    tasks,
    met: met[0] ?? { obligations: 0, tasks: 0 },
    canTakeBackUntil: new Date(log.logged_at.getTime() + takeBackMinutes * 60_000).toISOString(),
  };
};
