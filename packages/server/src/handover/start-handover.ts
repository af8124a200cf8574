import type { HandoverCause, HandoverSeat } from "@mainstay/domain/handover/handover-kind";
import { handoverDueAt } from "@mainstay/domain/handover/handover-clock";
import { handoverItems } from "@mainstay/domain/handover/handover-item";
import { sql } from "kysely";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import { notify } from "../notification/notify.ts";
import { type AuditAuthor, recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";

/** On whose behalf a handover begins or ends, and when. */
export interface HandoverAuthor extends AuditAuthor {
  readonly now: Date;
}

interface AnyStart {
  readonly accountId: string;
  readonly because: HandoverCause;
  readonly note?: string | undefined;
}

/** Whose change sets the clock running: their contact's, or that of one of our seats (nobody may follow yet). */
export type HandoverStart = AnyStart &
  (
    | {
        readonly side: "theirs";
        readonly personId: string;
        readonly successorPersonId?: string | null;
        /** Which of us keeps the relation; null: a director has to say. */
        readonly ownerUserId: string | null;
      }
    | {
        readonly side: "ours";
        readonly seat: HandoverSeat;
        readonly fromUserId: string;
        readonly toUserId: string | null;
      }
  );

/**
 * 发起交接 Starts the 24-hour clock of a handover with its checklist, in the transaction of the change that causes it. One that
 * runs for the same contact or seat stays as it is, however many start it at once; its id comes back either way. Owner and
 * successor are told.
 */
export const startHandover = (
  tx: Tx,
  author: HandoverAuthor,
  start: HandoverStart,
): Promise<{ id: string; isNew: boolean }> =>
  seeingAll(tx, async () => {
    const { tenantId, now } = author;
    const id = newId();
    const dueAt = handoverDueAt(now);
    const theirs = start.side === "theirs" ? start : null;
    const ours = start.side === "ours" ? start : null;
    const owner = theirs ? theirs.ownerUserId : (ours?.fromUserId ?? null);
    const { rows } = await sql<{ id: string }>`
      insert into handover (tenant_id, id, account_id, side, seat, from_user_id, to_user_id, person_id, successor_person_id,
        owner_user_id, because, note, started_by, started_at, due_at)
      values (${tenantId}::uuid, ${id}::uuid, ${start.accountId}::uuid, ${start.side}, ${ours?.seat ?? null},
        ${ours?.fromUserId ?? null}::uuid, ${ours?.toUserId ?? null}::uuid, ${theirs?.personId ?? null}::uuid,
        ${theirs?.successorPersonId ?? null}::uuid, ${owner}::uuid, ${start.because}, ${start.note ?? ""},
        ${author.actor?.userId ?? null}::uuid, ${now}, ${dueAt})
      on conflict do nothing returning id`.execute(tx);
    if (rows.length === 0) return { id: await runningHandover(tx, tenantId, start), isNew: false };
    await sql`
      insert into handover_item (tenant_id, handover_id, key, place, is_mandatory)
      select ${tenantId}::uuid, ${id}::uuid, key, place, "isMandatory" from jsonb_to_recordset(${JSON.stringify(
        handoverItems[start.side].map((item, place) => ({ ...item, place })),
      )}::jsonb) as item (key text, place smallint, "isMandatory" boolean)`.execute(tx);
    await recordAudit(
      tx,
      author,
      "handover.started",
      { kind: "handover", id },
      {
        accountId: start.accountId,
        side: start.side,
        because: start.because,
        ...(ours
          ? { seat: ours.seat, fromUserId: ours.fromUserId, toUserId: ours.toUserId }
          : { personId: theirs?.personId ?? null, ownerUserId: owner }),
      },
    );
    await enqueue(
      tx,
      "note_overdue_handover",
      { tenantId, handoverId: id },
      { jobKey: `handover:${id}`, runAt: dueAt },
    );
    await notify(tx, tenantId, {
      userIds: [owner, ours?.toUserId ?? null].filter((one) => one !== null),
      kind: "handover_started",
      subjectKind: "handover",
      subjectId: id,
      accountId: start.accountId,
      reason: {
        code: "notification.handover_started",
        params: { side: start.side, dueAt: dueAt.toISOString() },
      },
      dedupeKey: `handover_started:${id}`,
    });
    await enqueueCycleRound(tx, tenantId, start.accountId);
    return { id, isNew: true };
  });

const runningHandover = async (tx: Tx, tenantId: string, start: HandoverStart): Promise<string> => {
  const same =
    start.side === "theirs" ? sql`person_id = ${start.personId}::uuid` : sql`seat = ${start.seat}`;
  const { rows } = await sql<{ id: string }>`
    select id from handover where tenant_id = ${tenantId}::uuid and account_id = ${start.accountId}::uuid and side = ${start.side}
      and status in ('open', 'accepted') and ${same}`.execute(tx);
  if (!rows[0]) throw new Error("A handover that stood in the way has ended meanwhile.");
  return rows[0].id;
};
