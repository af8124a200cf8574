import { handoverDueAt } from "@mainstay/domain/handover/handover-clock";
import { handoverItems } from "@mainstay/domain/handover/handover-item";
import type { HandoverSide } from "@mainstay/domain/handover/handover-kind";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import type { DemoTeam } from "./save-demo-team.ts";

const hour = 3_600_000;

interface DemoHandover {
  readonly accountId: string;
  readonly side: HandoverSide;
  readonly because: string;
  readonly note: string;
  readonly startedAt: Date;
  readonly itemsDone: number;
  /** The account's manager, who keeps the relation or takes the seat. */
  readonly taker: string;
  readonly personId?: string;
  readonly successorPersonId?: string;
  readonly fromUserId?: string;
  readonly acceptedAt?: Date;
  readonly visitInteractionId?: string;
}

const saveHandover = async (
  tx: Tx,
  tenantId: TenantId,
  handover: DemoHandover,
  now: Date,
): Promise<void> => {
  const id = newId();
  const { side, startedAt, taker, acceptedAt, itemsDone } = handover;
  const dueAt = handoverDueAt(startedAt);
  const isOpen = acceptedAt === undefined;
  const isOverdue = isOpen && dueAt <= now;
  const ours = side === "ours";
  await sql`
    insert into handover (tenant_id, id, account_id, side, seat, from_user_id, to_user_id, person_id, successor_person_id,
      owner_user_id, because, note, status, started_at, due_at, overdue_at, accepted_by, accepted_at, pack_sha256,
      visit_interaction_id, closed_at, updated_at)
    values (${tenantId}::uuid, ${id}::uuid, ${handover.accountId}::uuid, ${side}, ${ours ? "manager" : null},
      ${handover.fromUserId ?? null}::uuid, ${ours ? taker : null}::uuid, ${handover.personId ?? null}::uuid,
      ${handover.successorPersonId ?? null}::uuid, ${ours ? (handover.fromUserId ?? null) : taker}::uuid, ${handover.because},
      ${handover.note}, ${isOpen ? "open" : "done"}, ${startedAt}, ${dueAt}, ${isOverdue ? dueAt : null}::timestamptz,
      ${isOpen ? null : taker}::uuid, ${acceptedAt ?? null}::timestamptz,
      ${isOpen ? null : createHash("sha256").update(`demo:${handover.accountId}`).digest("hex")},
      ${handover.visitInteractionId ?? null}::uuid, ${acceptedAt ?? null}::timestamptz, ${now})`.execute(
    tx,
  );
  const items = handoverItems[side].map((item, place) => ({
    ...item,
    place,
    isDone: place < itemsDone,
  }));
  await sql`
    insert into handover_item (tenant_id, handover_id, key, place, is_mandatory, done_at, done_by)
    select ${tenantId}::uuid, ${id}::uuid, key, place, "isMandatory",
      case when "isDone" then ${new Date(startedAt.getTime() + 3 * hour)}::timestamptz end,
      case when "isDone" then ${taker}::uuid end
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
      as item (key text, place smallint, "isMandatory" boolean, "isDone" boolean)`.execute(tx);
  if (isOpen && !isOverdue)
    await enqueue(
      tx,
      "note_overdue_handover",
      { tenantId, handoverId: id },
      { jobKey: `handover:${id}`, runAt: dueAt },
    );
};

interface Leaver {
  person_id: string;
  account_id: string;
  manager_user_id: string;
  successor_id: string | null;
  visit_id: string | null;
  visited_on: string | null;
}

/** Contacts who have left, the newest first, with who could follow and the last two-way contact with that one. */
const listLeavers = async (tx: Tx, tenantId: TenantId, keyAccountIds: readonly string[]) => {
  const { rows } = await sql<Leaver>`
    select o.person_id, o.account_id, a.manager_user_id, i.person_id as successor_id, i.id as visit_id, i.occurred_on as visited_on
    from position o join account a on a.tenant_id = o.tenant_id and a.id = o.account_id
    left join lateral (select w.person_id, c.id, c.occurred_on from position w
      join interaction c on c.tenant_id = w.tenant_id and c.account_id = w.account_id and c.is_two_way
        and c.person_ids @> array[w.person_id]
      where w.tenant_id = o.tenant_id and w.account_id = o.account_id and w.ends_on is null and w.person_id <> o.person_id
      order by c.occurred_on desc, w.id limit 1) i on true
    where o.tenant_id = ${tenantId}::uuid and o.account_id = any(${[...keyAccountIds]}::uuid[]) and o.ends_on is not null
    order by o.ends_on desc, o.id`.execute(tx);
  return rows;
};

/**
 * The demo's handovers: a contact who has just left with nine hours to go, a change of our manager that nobody has accepted in
 * time, and one that was accepted and visited long ago. Their clocks run from the instant the demo is made.
 */
export const saveDemoHandovers = async (
  tx: Tx,
  tenantId: TenantId,
  keyAccountIds: readonly string[],
  team: DemoTeam,
): Promise<void> => {
  const { rows: clock } = await sql<{ now: Date }>`select now() as now`.execute(tx);
  const now = clock[0]?.now ?? new Date(0);
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * hour);
  const leavers = await listLeavers(tx, tenantId, keyAccountIds);
  const [running] = leavers;
  const done = leavers.find(
    (one) => one.account_id !== running?.account_id && one.visit_id !== null,
  );
  if (running)
    await saveHandover(
      tx,
      tenantId,
      {
        accountId: running.account_id,
        side: "theirs",
        personId: running.person_id,
        because: "left_company",
        note: "对方人事已发离任通知，接替人选本周公布。",
        startedAt: hoursAgo(15),
        itemsDone: 1,
        taker: running.manager_user_id,
      },
      now,
    );
  if (done?.visited_on)
    await saveHandover(
      tx,
      tenantId,
      {
        accountId: done.account_id,
        side: "theirs",
        personId: done.person_id,
        ...(done.successor_id !== null && { successorPersonId: done.successor_id }),
        because: "moved_inside",
        note: "",
        startedAt: new Date(Date.parse(`${done.visited_on}T01:00:00Z`) - 30 * hour),
        acceptedAt: new Date(Date.parse(`${done.visited_on}T01:00:00Z`) - 11 * hour),
        itemsDone: handoverItems.theirs.length,
        taker: done.manager_user_id,
        ...(done.visit_id !== null && { visitInteractionId: done.visit_id }),
      },
      now,
    );
  const takenOver = keyAccountIds.find(
    (id) => !leavers.some(({ account_id }) => account_id === id),
  );
  if (takenOver === undefined) return;
  const { rows } = await sql<{ manager_user_id: string }>`
    select manager_user_id from account where tenant_id = ${tenantId}::uuid and id = ${takenOver}::uuid`.execute(
    tx,
  );
  const taker = rows[0]?.manager_user_id;
  const from = team.managers.find((one) => one !== taker);
  if (!taker || !from) return;
  await saveHandover(
    tx,
    tenantId,
    {
      accountId: takenOver,
      side: "ours",
      fromUserId: from,
      because: "seat_changed",
      note: "区域调整，客户经理更换。",
      startedAt: hoursAgo(31),
      itemsDone: 1,
      taker,
    },
    now,
  );
};
