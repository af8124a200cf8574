import type { HandoverView, handovers } from "@mainstay/contract/handover";
import { accountAbilities } from "@mainstay/domain/account/account-policy";
import { mayStartHandover } from "@mainstay/domain/handover/handover-policy";
import { sql } from "kysely";
import type { z } from "zod";
import { findAccount, type NamedAccountRecord } from "../account/account-queries.ts";
import { teamOf } from "../account/account-view.ts";
import type { Context } from "../platform/access/context.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { demandTaskOwner } from "../task/demand-task-owner.ts";
import { giveSeat } from "./give-seat.ts";
import { getWrittenHandoverView } from "./handover-queries.ts";
import { demandSuccessor } from "./name-successor.ts";
import { type HandoverStart, startHandover } from "./start-handover.ts";

type Draft = z.output<NonNullable<typeof handovers.start.body>>;

/** What was asked for as a start; refuses a person who never worked there and a seat that nobody holds. */
const toStart = async (
  tx: Tx,
  tenantId: string,
  account: NamedAccountRecord,
  draft: Draft,
): Promise<HandoverStart> => {
  const any = { accountId: account.id, because: "by_hand" as const, note: draft.note };
  if (draft.side === "theirs") {
    const { personId, successorPersonId = null } = draft;
    const { rows } =
      await sql`select 1 from position where tenant_id = ${tenantId}::uuid and account_id = ${account.id}::uuid
      and person_id = ${personId}::uuid limit 1`.execute(tx);
    if (rows.length === 0) throw new AppError("person.not_found");
    if (successorPersonId !== null)
      await demandSuccessor(tx, tenantId, {
        accountId: account.id,
        personId: successorPersonId,
        leaverId: personId,
      });
    const ownerUserId = account.manager_user_id ?? account.backup_user_id;
    return { ...any, side: "theirs", personId, successorPersonId, ownerUserId };
  }
  const { managerUserId, backupUserId, sponsorUserId } = teamOf(account);
  const holders = { manager: managerUserId, backup: backupUserId, sponsor: sponsorUserId };
  const fromUserId = holders[draft.seat];
  if (fromUserId === null) throw new AppError("handover.seat_empty");
  const toUserId = draft.toUserId ?? null;
  if (toUserId !== null) await demandTaskOwner(tx, tenantId, toUserId);
  if (toUserId === fromUserId) throw new AppError("handover.successor_unfit");
  return { ...any, side: "ours", seat: draft.seat, fromUserId, toUserId };
};

/** 手工发起交接 Starts a handover because somebody knows of a change before the records do. One that already runs is refused. */
export const beginHandover = (
  context: Context,
  accountId: string,
  draft: Draft,
): Promise<HandoverView> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    const account = await findAccount(tx, tenantId, accountId);
    if (!account) throw new AppError("account.not_found");
    if (!mayStartHandover(actor, teamOf(account))) throw new AppError("access.not_permitted");
    const start = await toStart(tx, tenantId, account, draft);
    const { id, isNew } = await startHandover(tx, context, start);
    if (!isNew) throw new AppError("handover.already_running");
    if (start.side === "ours" && start.toUserId !== null) {
      if (!accountAbilities(actor, teamOf(account)).edit)
        throw new AppError("access.not_permitted");
      await giveSeat(tx, context, { accountId, seat: start.seat, userId: start.toUserId });
    }
    return getWrittenHandoverView(tx, context, id);
  });
