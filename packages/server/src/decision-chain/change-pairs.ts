import type { PairLevelView, pairLevels } from "@mainstay/contract/pair-level";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { enqueueRelationshipRound } from "../relationship/enqueue-relationship-round.ts";
import { demandActiveUsers } from "../user/demand-active-users.ts";
import { demandChainPerson } from "./find-chain-person.ts";
import { leaveReceipt } from "./leave-receipt.ts";
import { findPair, lockPair, toPairView } from "./pair-queries.ts";

const viewOf = async (tx: Tx, context: Context, id: string): Promise<PairLevelView> => {
  const record = await findPair(tx, context.tenantId, id);
  if (!record) throw new AppError("pair.not_found");
  return toPairView(record, true);
};

/** Notes how well one of us and one of them know each other. */
export const addPair = (
  context: Context,
  accountId: string,
  draft: z.output<NonNullable<typeof pairLevels.add.body>>,
): Promise<PairLevelView> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    const { personId, userId } = draft;
    await demandChainPerson(tx, context, "pair", accountId, personId);
    await demandActiveUsers(tx, tenantId, [userId], "pair.colleague_not_found");
    const id = newId();
    await tx
      .insertInto("pair_level")
      .values({
        tenant_id: tenantId,
        id,
        account_id: accountId,
        user_id: userId,
        person_id: personId,
        current_level: draft.currentLevel,
        desired_level: draft.desiredLevel,
        is_executive_pairing: draft.isExecutivePairing,
        note: draft.note,
        noted_by: actor.userId,
        noted_on: context.today,
      })
      .execute();
    const subject = { kind: "person", id: personId };
    await recordAudit(tx, context, "pair_level.noted", subject, { accountId, userId });
    await enqueueRelationshipRound(tx, tenantId, accountId);
    return viewOf(tx, context, id);
  });

/** Changes a pair; whoever saw another version is refused. */
export const editPair = (
  context: Context,
  id: string,
  change: z.output<NonNullable<typeof pairLevels.edit.body>>,
): Promise<PairLevelView> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    const found = await lockPair(tx, tenantId, id);
    if (!found) throw new AppError("pair.not_found");
    demandVersion(context, found.version);
    await demandChainPerson(tx, context, "pair", found.account_id, found.person_id);
    const { currentLevel, desiredLevel, isExecutivePairing, note } = change;
    await tx
      .updateTable("pair_level")
      .set({
        ...(currentLevel !== undefined && { current_level: currentLevel }),
        ...(desiredLevel !== undefined && { desired_level: desiredLevel }),
        ...(isExecutivePairing !== undefined && { is_executive_pairing: isExecutivePairing }),
        ...(note !== undefined && { note }),
        noted_by: actor.userId,
        noted_on: context.today,
        version: found.version + 1,
      })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", id)
      .execute();
    const subject = { kind: "person", id: found.person_id };
    const detail = { accountId: found.account_id, fields: Object.keys(change) };
    await recordAudit(tx, context, "pair_level.edited", subject, detail);
    await enqueueRelationshipRound(tx, tenantId, found.account_id);
    return viewOf(tx, context, id);
  });

/** Deletes a pair, as it says something about a person; a receipt stays. */
export const removePair = (context: Context, id: string): Promise<void> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    const found = await lockPair(tx, tenantId, id);
    if (!found) throw new AppError("pair.not_found");
    await tx
      .deleteFrom("pair_level")
      .where("tenant_id", "=", tenantId)
      .where("id", "=", id)
      .execute();
    const receiptId = await leaveReceipt(tx, context, found.person_id, { pair_level: 1 });
    const subject = { kind: "person", id: found.person_id };
    const detail = { accountId: found.account_id, receiptId };
    await recordAudit(tx, context, "pair_level.removed", subject, detail);
    await enqueueRelationshipRound(tx, tenantId, found.account_id);
  });
