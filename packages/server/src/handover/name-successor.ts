import type { HandoverView } from "@mainstay/contract/handover";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { workOnHandover } from "./work-on-handover.ts";

/** Whoever follows works at the account now and is not the one who leaves; `handover.successor_unfit` otherwise. */
export const demandSuccessor = async (
  db: Db,
  tenantId: string,
  { accountId, personId, leaverId }: { accountId: string; personId: string; leaverId: string },
): Promise<void> => {
  const { rows } = await sql`
    select 1 from position o join person p on p.tenant_id = o.tenant_id and p.id = o.person_id
    where o.tenant_id = ${tenantId}::uuid and o.account_id = ${accountId}::uuid and o.person_id = ${personId}::uuid
      and o.ends_on is null limit 1`.execute(db);
  if (rows.length === 0) throw new AppError("person.not_found");
  if (personId === leaverId) throw new AppError("handover.successor_unfit");
};

/** A two-way contact with the successor since the start counts as the visit, also when it came before the naming. */
const noteEarlierVisit = async (
  tx: Tx,
  { tenantId, now, actor, workspace }: Context,
  handover: HandoverView,
  personId: string,
): Promise<void> => {
  const { rows } = await sql<{ id: string }>`
    select i.id from interaction i where i.tenant_id = ${tenantId}::uuid and i.account_id = ${handover.account.id}::uuid
      and i.is_two_way and i.person_ids @> array[${personId}::uuid]
      and i.occurred_on >= (${handover.startedAt}::timestamptz at time zone ${workspace.timeZone})::date
    order by i.occurred_on, i.id limit 1`.execute(tx);
  if (!rows[0]) return;
  const done = handover.status === "accepted";
  await sql`update handover set visit_interaction_id = ${rows[0].id}::uuid, status = ${done ? "done" : handover.status},
      closed_at = ${done ? now : null}::timestamptz
    where tenant_id = ${tenantId}::uuid and id = ${handover.id}::uuid`.execute(tx);
  await sql`update handover_item set done_at = ${now}, done_by = ${actor.userId}::uuid where tenant_id = ${tenantId}::uuid
    and handover_id = ${handover.id}::uuid and key = 'visit_successor' and done_at is null`.execute(
    tx,
  );
};

/** 指定接替人 Says who follows the contact who left, or that it is not known after all; names the finding done. */
export const nameSuccessor = (
  context: Context,
  handoverId: string,
  personId: string | null,
): Promise<HandoverView> =>
  workOnHandover(context, handoverId, "nameSuccessor", async (tx, handover) => {
    const { tenantId, now, actor } = context;
    if (personId !== null)
      await demandSuccessor(tx, tenantId, {
        accountId: handover.account.id,
        personId,
        leaverId: handover.person?.id ?? "",
      });
    await sql`update handover set successor_person_id = ${personId}::uuid, visit_interaction_id = null
      where tenant_id = ${tenantId}::uuid and id = ${handoverId}::uuid`.execute(tx);
    const [doneAt, doneBy] = personId === null ? [null, null] : [now, actor.userId];
    await sql`update handover_item set done_at = ${doneAt}::timestamptz, done_by = ${doneBy}::uuid
      where tenant_id = ${tenantId}::uuid and handover_id = ${handoverId}::uuid and key = 'find_successor'`.execute(
      tx,
    );
    if (personId !== null) await noteEarlierVisit(tx, context, handover, personId);
    return { done: "successor_named", detail: { successorPersonId: personId } };
  });
