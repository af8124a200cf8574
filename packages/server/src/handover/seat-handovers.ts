import { type HandoverSeat, handoverSeats } from "@mainstay/domain/handover/handover-kind";
import { sql } from "kysely";
import { notify } from "../notification/notify.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";
import { dropHandovers } from "./drop-handovers.ts";
import { type HandoverAuthor, startHandover } from "./start-handover.ts";

type Seats = Readonly<Record<HandoverSeat, string | null>>;

const readSeats = (
  tx: Tx,
  tenantId: string,
  accountIds: readonly string[],
): Promise<Map<string, Seats>> =>
  seeingAll(tx, async () => {
    const { rows } = await sql<Seats & { id: string }>`
      select id, manager_user_id as manager, backup_user_id as backup, sponsor_user_id as sponsor from account
      where tenant_id = ${tenantId}::uuid and id = any(${[...accountIds]}::uuid[]) order by id`.execute(
      tx,
    );
    return new Map(rows.map(({ id, ...seats }) => [id, seats]));
  });

/**
 * 换人即交接 Does a write that may change the seats of accounts and starts a handover for each seat that somebody gave up. A seat
 * that nobody held needs none; a change while one runs names another successor, and back to the first holder drops it.
 */
export const withSeatHandovers = async <Result>(
  tx: Tx,
  author: HandoverAuthor,
  accountIds: readonly string[],
  write: () => Promise<Result>,
): Promise<Result> => {
  const before = await readSeats(tx, author.tenantId, accountIds);
  const result = await write();
  const after = await readSeats(tx, author.tenantId, accountIds);
  for (const [accountId, seats] of after)
    for (const seat of handoverSeats) {
      const [from, to] = [before.get(accountId)?.[seat] ?? null, seats[seat]];
      if (from !== to) await answerSeatChange(tx, author, { accountId, seat, from, to });
    }
  return result;
};

const answerSeatChange = async (
  tx: Tx,
  author: HandoverAuthor,
  {
    accountId,
    seat,
    from,
    to,
  }: { accountId: string; seat: HandoverSeat; from: string | null; to: string | null },
): Promise<void> => {
  const running = await findRunning(tx, author.tenantId, accountId, seat);
  if (running === null) {
    await endAccepted(tx, author, accountId, seat);
    if (from !== null)
      await startHandover(tx, author, {
        side: "ours",
        accountId,
        seat,
        fromUserId: from,
        toUserId: to,
        because: "seat_changed",
      });
    return;
  }
  if (running.from_user_id === to)
    await dropHandovers(tx, author, sql`id = ${running.id}::uuid`, "seat_returned");
  else if (running.to_user_id !== to)
    await nameTaker(tx, author, { id: running.id, accountId, toUserId: to });
};

/** One that was accepted and only waits for the visit gives way: whoever took the seat then has given it up. */
const endAccepted = (
  tx: Tx,
  author: HandoverAuthor,
  accountId: string,
  seat: HandoverSeat,
): Promise<void> =>
  dropHandovers(
    tx,
    author,
    sql`side = 'ours' and status = 'accepted' and account_id = ${accountId}::uuid and seat = ${seat}`,
    "seat_moved_on",
  );

const findRunning = (tx: Tx, tenantId: string, accountId: string, seat: HandoverSeat) =>
  seeingAll(tx, async () => {
    const { rows } = await sql<{
      id: string;
      from_user_id: string | null;
      to_user_id: string | null;
    }>`
      select id, from_user_id, to_user_id from handover where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid
        and seat = ${seat} and status = 'open' for update`.execute(tx);
    return rows[0] ?? null;
  });

/** Says who takes the seat over; the clock runs on. */
export const nameTaker = (
  tx: Tx,
  author: HandoverAuthor,
  { id, accountId, toUserId }: { id: string; accountId: string; toUserId: string | null },
): Promise<void> =>
  seeingAll(tx, async () => {
    const { tenantId, now } = author;
    const { rows } = await sql<{
      due_at: Date;
    }>`update handover set to_user_id = ${toUserId}::uuid, version = version + 1, updated_at = ${now}
      where tenant_id = ${tenantId}::uuid and id = ${id}::uuid returning due_at`.execute(tx);
    await recordAudit(
      tx,
      author,
      "handover.assigned",
      { kind: "handover", id },
      { accountId, toUserId },
    );
    const dueAt = rows[0]?.due_at.toISOString() ?? "";
    if (toUserId !== null)
      await notify(tx, tenantId, {
        userIds: [toUserId],
        kind: "handover_started",
        subjectKind: "handover",
        subjectId: id,
        accountId,
        reason: { code: "notification.handover_started", params: { side: "ours", dueAt } },
        dedupeKey: `handover_assigned:${id}:${toUserId}`,
      });
  });

/**
 * 账号停用 A colleague's access is closed: each seat they hold becomes a handover that a director assigns, and running handovers
 * that waited for them wait for somebody else.
 */
export const handOverSeatsOf = async (
  tx: Tx,
  author: HandoverAuthor,
  userId: string,
): Promise<void> => {
  const { tenantId, now } = author;
  const held = await seeingAll(tx, async () => {
    await sql`update handover set to_user_id = case when to_user_id = ${userId}::uuid then null else to_user_id end,
        owner_user_id = case when owner_user_id = ${userId}::uuid then null else owner_user_id end,
        version = version + 1, updated_at = ${now}
      where tenant_id = ${tenantId}::uuid and status = 'open' and ${userId}::uuid in (to_user_id, owner_user_id)`.execute(
      tx,
    );
    const { rows } = await sql<{ account_id: string; seat: HandoverSeat }>`
      select a.id as account_id, s.seat from account a
      cross join lateral (values ('manager', a.manager_user_id), ('backup', a.backup_user_id), ('sponsor', a.sponsor_user_id))
        as s (seat, user_id)
      where a.tenant_id = ${tenantId}::uuid and s.user_id = ${userId}::uuid order by a.id, s.seat`.execute(
      tx,
    );
    return rows;
  });
  for (const { account_id: accountId, seat } of held) {
    await endAccepted(tx, author, accountId, seat);
    await startHandover(tx, author, {
      side: "ours",
      accountId,
      seat,
      fromUserId: userId,
      toUserId: null,
      because: "user_deactivated",
    });
  }
};

/** A colleague's access is open again: what only waited for somebody else to be named is dropped. */
export const returnSeatsTo = (tx: Tx, author: HandoverAuthor, userId: string): Promise<void> =>
  dropHandovers(
    tx,
    author,
    sql`side = 'ours' and from_user_id = ${userId}::uuid and to_user_id is null and because = 'user_deactivated'`,
    "seat_returned",
  );
