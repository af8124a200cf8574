import { sql } from "kysely";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import { matchAccountContacts } from "../obligation/match-account-contacts.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";
import { AppError } from "../platform/http/app-error.ts";
import { continueRuns } from "../playbook/continue-runs.ts";
import { enqueueRelationshipRound } from "../relationship/enqueue-relationship-round.ts";
import { lockQuickLog, takeBackMinutes } from "./quick-log-queries.ts";

/**
 * Takes one's own quick log back within ten minutes: the contact or plan, the untouched tasks it made, and what it
 * fulfilled is open again. Taking back twice changes nothing; a phone that sends the log late is told.
 */
export const takeBackQuickLog = (context: Context, clientRef: string): Promise<void> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    const log = await lockQuickLog(tx, tenantId, clientRef);
    if (!log) throw new AppError("quick_log.not_found");
    if (log.taken_back_at) return;
    const now = context.now;
    if (now.getTime() - log.logged_at.getTime() > takeBackMinutes * 60_000)
      throw new AppError("quick_log.too_late", { minutes: takeBackMinutes });
    await sql`delete from task where tenant_id = ${tenantId}::uuid and id = any(${log.task_ids}::uuid[])
      and status = 'open' and version = 1`.execute(tx);
    if (log.interaction_id && log.interaction_on)
      await removeContact(tx, context, log.interaction_id, log.interaction_on);
    if (log.calendar_entry_id) await removePlan(tx, context, log.calendar_entry_id);
    await tx
      .updateTable("quick_log")
      .set({ taken_back_at: now })
      .where("tenant_id", "=", tenantId)
      .where("client_ref", "=", clientRef)
      .execute();
  });

const removePlan = async (tx: Tx, context: Context, id: string): Promise<void> => {
  const { rows } = await sql<{ account_id: string | null }>`
    delete from calendar_entry where tenant_id = ${context.tenantId}::uuid and id = ${id}::uuid and version = 1
    returning account_id`.execute(tx);
  const detail = { accountId: rows[0]?.account_id ?? null };
  await recordAudit(tx, context, "interaction.taken_back", { kind: "calendar_entry", id }, detail);
};

const removeContact = async (tx: Tx, context: Context, id: string, on: string): Promise<void> => {
  const { tenantId } = context;
  const { rows } = await sql<{ account_id: string; kind: string; person_ids: string[] }>`
    delete from interaction where tenant_id = ${tenantId}::uuid and id = ${id}::uuid and occurred_on = ${on}::date
    returning account_id, kind, person_ids`.execute(tx);
  const gone = rows[0];
  if (!gone) throw new AppError("quick_log.not_found");
  await openWhatItMet(tx, context, id);
  // Another contact of these days may stand in for it.
  await matchAccountContacts(tx, tenantId, [gone.account_id], on);
  await recountLastContacts(tx, tenantId, gone.account_id, gone.person_ids);
  const detail = { accountId: gone.account_id, kind: gone.kind };
  await recordAudit(tx, context, "interaction.taken_back", { kind: "interaction", id }, detail);
  await enqueueRelationshipRound(tx, tenantId, gone.account_id);
  await enqueueCycleRound(tx, tenantId, gone.account_id);
};

/** What the contact fulfilled is owed again; the cycle's next round says whether it is overdue by now. */
const openWhatItMet = async (tx: Tx, context: Context, interactionId: string): Promise<void> => {
  const { tenantId } = context;
  const met = sql`tenant_id = ${tenantId}::uuid and met_by_interaction_id = ${interactionId}::uuid`;
  await sql`update obligation set status = 'open', fulfilled_on = null, met_by_interaction_id = null, fulfilled_by = null,
    fulfilment_note = null, version = version + 1, updated_at = now() where ${met}`.execute(tx);
  await seeingAll(tx, async () => {
    // A step of a playbook whose stage was left meanwhile stays done: nothing waits for it any more.
    const { rows: tasks } = await sql<{ id: string }>`
      update task k set status = 'open', done_at = null, met_by_interaction_id = null, version = version + 1
      where ${met} and not (origin = 'playbook' and exists (select 1 from playbook_run r left join account a
          on a.tenant_id = r.tenant_id and a.id = r.account_id
        where r.tenant_id = k.tenant_id and r.id = k.origin_id
          and (r.status = 'stopped' or a.lifecycle_stage is distinct from r.stage or exists (select 1 from playbook_run o
            where o.tenant_id = r.tenant_id and o.account_id = r.account_id and o.id <> r.id and o.status = 'running'))))
      returning id`.execute(tx);
    await continueRuns(
      tx,
      context,
      tasks.map((task) => task.id),
      context.today,
    );
    await sql`update handover_item i set done_at = null, done_by = null from handover h
      where h.tenant_id = ${tenantId}::uuid and h.visit_interaction_id = ${interactionId}::uuid
        and i.tenant_id = h.tenant_id and i.handover_id = h.id and i.key = 'visit_successor'`.execute(
      tx,
    );
    await sql`update handover set status = case when status = 'done' then 'accepted' else status end,
      closed_at = case when status = 'done' then null else closed_at end, visit_interaction_id = null,
      version = version + 1, updated_at = now()
      where tenant_id = ${tenantId}::uuid and visit_interaction_id = ${interactionId}::uuid`.execute(
      tx,
    );
  });
};

/** Last contacts are noted when a contact is written; taking one back finds the one before it. */
const recountLastContacts = async (
  tx: Tx,
  tenantId: string,
  accountId: string,
  personIds: readonly string[],
): Promise<void> => {
  const account = sql`tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid`;
  await sql`update account_standing set last_contact_on =
    (select max(occurred_on) from interaction where ${account} and is_two_way) where ${account}`.execute(
    tx,
  );
  await sql`update position o set last_contact_on = (select max(occurred_on) from interaction
      where ${account} and is_two_way and person_ids @> array[o.person_id])
    where ${account} and o.person_id = any(${[...personIds]}::uuid[])`.execute(tx);
};
