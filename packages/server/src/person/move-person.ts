import type { PositionView, people } from "@mainstay/contract/person";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import { answerLeaving, answerReturn } from "../handover/answer-leaving.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { enqueueRelationshipRound } from "../relationship/enqueue-relationship-round.ts";
import { demandAccountForPeople } from "./add-person.ts";
import { insertPosition } from "./insert-position.ts";
import { endJob } from "./leave-job.ts";
import { getPositionView, lockPosition } from "./work-on-position.ts";

/**
 * 跳槽 The person moves to another of our customers: the old job ends that day and stays in the history, the new one begins
 * with no superior but the one named, and the mover is a door-opener (开门人) there.
 */
export const movePerson = (
  context: Context,
  positionId: string,
  { toAccountId, movedOn, ...draft }: z.output<NonNullable<typeof people.move.body>>,
): Promise<PositionView> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    const { before } = await lockPosition(tx, context, positionId);
    const { personId, accountId } = before;
    await demandAccountForPeople(tx, context, toAccountId);
    if (toAccountId === accountId) throw new AppError("person.same_account");
    await endJob(tx, context, before, {
      endsOn: movedOn,
      because: "moved_account",
      field: "movedOn",
    });
    const job = { ...draft, startsOn: movedOn };
    const newId = await insertPosition(tx, tenantId, personId, toAccountId, job);
    await recordAudit(
      tx,
      context,
      "person.moved",
      { kind: "person", id: personId },
      { fromAccountId: accountId, toAccountId, movedOn },
    );
    await answerLeaving(tx, context, { positionId, personId, accountId, because: "moved_account" });
    await answerReturn(tx, context, { personId, accountId: toAccountId });
    await enqueueRelationshipRound(tx, tenantId, accountId);
    await enqueueRelationshipRound(tx, tenantId, toAccountId);
    await enqueueCycleRound(tx, tenantId, accountId);
    return getPositionView(tx, context, newId);
  });
